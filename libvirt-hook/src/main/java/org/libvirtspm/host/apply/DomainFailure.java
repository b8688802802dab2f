package org.libvirtspm.host.apply;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.translator.internal.xml.MalformedException;

/**
 * A domain that could not be looked at.
 *
 * @param domain its name
 * @param cause whatever was thrown meanwhile
 */
public record DomainFailure(String domain, Throwable cause) {

  private static final long MIB = 1 << 20;

  /** One sentence about it with the domain's name, without a full stop. */
  public String sentence() {
    return sentence(reason());
  }

  /** The same of another reason. */
  public String sentence(String reason) {
    String named = "'" + domain + "'";
    return reason.contains(named) ? reason : "Domain " + named + ": " + reason;
  }

  /** True when the domain does not exist any more. */
  boolean isGone() {
    return libvirt().filter(e -> e.kind() == LibvirtFailure.Kind.NO_DOMAIN).isPresent();
  }

  /** The failure, if it is one of the whole connection. */
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

  /** Why a document could not be read in the memory there is. */
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
