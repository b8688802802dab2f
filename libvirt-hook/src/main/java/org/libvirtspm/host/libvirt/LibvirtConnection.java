package org.libvirtspm.host.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeoutException;
import java.util.regex.Pattern;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.jna.DomainPointer;
import org.libvirt.jna.Libvirt;
import org.libvirtspm.translator.LibvirtVersion;

/** A connection to a libvirt daemon. */
public final class LibvirtConnection implements AutoCloseable {

  /** VIR_DOMAIN_DEFINE_VALIDATE. */
  private static final int DEFINE_VALIDATE = 1;

  /** VIR_DOMAIN_START_VALIDATE. */
  private static final int START_VALIDATE = 1 << 4;

  private static final Pattern UUID =
      Pattern.compile("\\p{XDigit}{8}(-?\\p{XDigit}{4}){3}-?\\p{XDigit}{12}");

  private final BindingConnect connect;
  private final String uri;

  private LibvirtConnection(BindingConnect connect) throws LibvirtException {
    this.connect = connect;
    this.uri = connect.getURI();
  }

  /** Connects. Without a URI libvirt chooses, for example by LIBVIRT_DEFAULT_URI. */
  public static LibvirtConnection open(Optional<String> uri, boolean readOnly)
      throws LibvirtFailure {
    EventLoop.start();
    BindingConnect connect = new Opening(uri, readOnly).await();
    keepAlive(connect);
    try {
      return new LibvirtConnection(connect);
    } catch (LibvirtException e) {
      throw LibvirtFailure.of("cannot ask libvirt for its URI", e);
    }
  }

  /**
   * Throws if the daemon does not answer. For programs that would wait without limit and report all
   * other failures themselves.
   */
  public static void requireAnswer(Optional<String> uri) throws LibvirtFailure {
    try {
      open(uri, true).close();
    } catch (LibvirtFailure e) {
      if (e.getCause() instanceof TimeoutException) {
        throw e;
      }
    }
  }

  /** Enables keepalive, so that a silent daemon is given up. */
  private static void keepAlive(BindingConnect connect) {
    try {
      var unused = connect.setKeepAlive(Silence.INTERVAL_SECONDS, Silence.COUNT);
    } catch (LibvirtException e) {
      // A driver without a daemon does not support it, and does not need it.
    }
  }

  /** Returns the URI in use. */
  public String uri() {
    return uri;
  }

  /** Returns the daemon's version, which may differ from that of the local library. */
  public LibvirtVersion version() throws LibvirtFailure {
    try {
      return versionOf(connect.getLibVersion());
    } catch (LibvirtException e) {
      throw failure("cannot ask libvirt for its version", e);
    }
  }

  /** Returns the version of libvirt's default QEMU; empty if there is none. */
  public Optional<LibvirtVersion> qemuVersion() {
    try {
      return Optional.of(connect.getVersion()).filter(v -> v > 0).map(LibvirtConnection::versionOf);
    } catch (LibvirtException e) {
      return Optional.empty();
    }
  }

  /** Converts a number such as 12008000 to 12.8.0. */
  private static LibvirtVersion versionOf(long number) {
    return new LibvirtVersion(
        (int) (number / 1_000_000), (int) (number / 1000 % 1000), (int) (number % 1000));
  }

  /** Returns the domain capabilities XML; empty arguments are chosen by libvirt. */
  public String domainCapabilities(Optional<String> arch, Optional<String> machine, String type)
      throws LibvirtFailure {
    Pointer text =
        MissingCalls.LIBRARY.virConnectGetDomainCapabilities(
            connect.pointer(), null, arch.orElse(null), machine.orElse(null), type, 0);
    if (text == null) {
      throw lastFailure("cannot ask libvirt for its default emulator");
    }
    String capabilities = text.getString(0, "UTF-8");
    Native.free(Pointer.nativeValue(text));
    return capabilities;
  }

  /** Defines a domain, and returns its name. */
  public String define(byte[] xml, boolean validate) throws LibvirtFailure {
    DomainPointer domain =
        MissingCalls.LIBRARY.virDomainDefineXMLFlags(
            connect.pointer(), text(xml), validate ? DEFINE_VALIDATE : 0);
    if (domain == null) {
      throw MissingKvm.explained(lastFailure("libvirt did not define the domain"), xml, uri);
    }
    try {
      return Libvirt.INSTANCE.virDomainGetName(domain);
    } finally {
      Libvirt.INSTANCE.virDomainFree(domain);
    }
  }

  /** Starts a transient domain, and returns its name. */
  public String create(byte[] xml, boolean validate, int flags) throws LibvirtFailure {
    try {
      Domain domain = connect.domainCreateXML(text(xml), flags | (validate ? START_VALIDATE : 0));
      try (LibvirtDomain created = new LibvirtDomain(this, domain)) {
        return created.name();
      }
    } catch (LibvirtException e) {
      throw MissingKvm.explained(failure("libvirt did not create the domain", e), xml, uri);
    }
  }

  private static String text(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8);
  }

  /** Looks up a domain by name, otherwise by UUID or id. */
  public LibvirtDomain domain(String nameOrUuid) throws LibvirtFailure {
    String what = "failed to get domain '" + nameOrUuid + "'";
    try {
      return new LibvirtDomain(this, lookUp(nameOrUuid));
    } catch (LibvirtException e) {
      throw failure(what, e);
    }
  }

  /** Returns the UUID of a defined domain; empty if there is none of that name. */
  public Optional<String> definedUuid(String name) throws LibvirtFailure {
    try (LibvirtDomain domain = new LibvirtDomain(this, connect.domainLookupByName(name))) {
      return domain.isPersistent() ? Optional.of(domain.uuid()) : Optional.empty();
    } catch (LibvirtException e) {
      LibvirtFailure failure = failure("failed to get domain '" + name + "'", e);
      if (failure.kind() == LibvirtFailure.Kind.NO_DOMAIN) {
        return Optional.empty();
      }
      throw failure;
    }
  }

  private Domain lookUp(String wanted) throws LibvirtException {
    try {
      if (UUID.matcher(wanted).matches()) {
        return connect.domainLookupByUUIDString(wanted);
      }
      if (wanted.matches("[0-9]{1,9}")) {
        return connect.domainLookupByID(Integer.parseInt(wanted));
      }
    } catch (LibvirtException e) {
      // A name may look like a UUID or an id.
    }
    return connect.domainLookupByName(wanted);
  }

  /** Returns all domains, running or not. */
  public List<LibvirtDomain> domains() throws LibvirtFailure {
    try {
      List<LibvirtDomain> domains = new ArrayList<>();
      for (Domain domain : connect.listAllDomains(0)) {
        domains.add(new LibvirtDomain(this, domain));
      }
      return domains;
    } catch (LibvirtException e) {
      throw failure("cannot list libvirt's domains", e);
    }
  }

  /** True unless the daemon is known to be gone. */
  public boolean isAlive() {
    try {
      return connect.isAlive();
    } catch (LibvirtException e) {
      return false;
    }
  }

  BindingConnect binding() {
    return connect;
  }

  private LibvirtFailure lastFailure(String what) {
    var error = Libvirt.INSTANCE.virGetLastError();
    return failure(what, error == null ? null : new org.libvirt.Error(error), null);
  }

  /** Makes the failure of a call, with libvirt's reason. */
  LibvirtFailure failure(String what, LibvirtException e) {
    return failure(what, e.getError(), e);
  }

  private LibvirtFailure failure(String what, org.libvirt.Error error, Throwable cause) {
    return LibvirtFailure.isSilence(error)
        ? LibvirtFailure.silent(what, uri, cause)
        : LibvirtFailure.of(what, error, cause);
  }

  @Override
  public void close() {
    try {
      connect.close();
    } catch (LibvirtException e) {
      // The daemon is gone.
    }
  }
}
