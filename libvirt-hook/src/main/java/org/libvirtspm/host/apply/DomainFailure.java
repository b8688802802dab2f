package org.libvirtspm.host.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.translator.internal.xml.MalformedException;

/**
 * A domain that could not be examined.
 *
 * @param domain its name
 * @param cause the exception or error
 */
public record DomainFailure(String domain, Throwable cause) {

  private static final long MIB = 1 << 20;

  /** Describes the failure in one sentence with the domain's name, without a full stop. */
  public String sentence() {
    return sentence(reason());
  }

  /** Describes a failure with another reason. */
  public String sentence(String reason) {
    String named = "'" + domain + "'";
    return reason.contains(named) ? reason : "Domain " + named + ": " + reason;
  }

  /** True if the domain no longer exists. */
  boolean isGone() {
    return libvirt().filter(e -> e.kind() == LibvirtFailure.Kind.NO_DOMAIN).isPresent();
  }

  /** Returns the failure if it concerns the whole connection. */
  Optional<LibvirtFailure> lostConnection() {
    return libvirt().filter(e -> e.kind() == LibvirtFailure.Kind.NOT_CONNECTED);
  }

  private Optional<LibvirtFailure> libvirt() {
    Throwable thrown = cause instanceof UncheckedIOException e ? e.getCause() : cause;
    return thrown instanceof LibvirtFailure e ? Optional.of(e) : Optional.empty();
  }

  private String reason() {
    if (cause instanceof OutOfMemoryError) {
      return memory();
    }
    if (cause instanceof MalformedException e) {
      return "its XML can't be read: line " + e.problem().line() + ": " + e.getMessage();
    }
    if (cause instanceof IOException || cause instanceof ProbeFailure) {
      return cause.getMessage();
    }
    return cause instanceof UncheckedIOException e ? e.getCause().getMessage() : bug();
  }

  /** Returns the reason for a document that exceeds the available memory. */
  public static String memory() {
    return "its XML takes more memory than the "
        + Runtime.getRuntime().maxMemory() / MIB
        + " MiB that Java may use here; VIRT_SPM_JVM_OPTIONS=-Xmx4g allows it more";
  }

  private String bug() {
    return "this is a bug in virt-spm ("
        + cause.getClass().getSimpleName()
        + (cause.getMessage() == null ? "" : ": " + cause.getMessage())
        + "); please report it as CONTRIBUTING.md says, with the domain's XML";
  }
}
