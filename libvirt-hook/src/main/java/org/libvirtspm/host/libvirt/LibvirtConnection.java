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

  /** Connects; without a URI to what libvirt chooses, from LIBVIRT_DEFAULT_URI for one. */
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
   * Fails if the daemon there is silent, for programs that would wait for it without a limit; they
   * tell by themselves of anything else that is wrong with it.
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

  /** Has libvirt give up a daemon that is silent; a driver without a daemon has nobody to ask. */
  private static void keepAlive(BindingConnect connect) {
    try {
      var unused = connect.setKeepAlive(Silence.INTERVAL_SECONDS, Silence.COUNT);
    } catch (LibvirtException e) {
      // Calls of such a driver end by themselves.
    }
  }

  /** The URI in use. */
  public String uri() {
    return uri;
  }

  /** The daemon's version, which need not be that of the library on this machine. */
  public LibvirtVersion version() throws LibvirtFailure {
    try {
      return versionOf(connect.getLibVersion());
    } catch (LibvirtException e) {
      throw failure("cannot ask libvirt for its version", e);
    }
  }

  /** The version of the QEMU that libvirt uses by default; empty when it has none. */
  public Optional<LibvirtVersion> qemuVersion() {
    try {
      return Optional.of(connect.getVersion()).filter(v -> v > 0).map(LibvirtConnection::versionOf);
    } catch (LibvirtException e) {
      return Optional.empty();
    }
  }

  /** Numbers like 12008000 are 12.8.0. */
  private static LibvirtVersion versionOf(long number) {
    return new LibvirtVersion(
        (int) (number / 1_000_000), (int) (number / 1000 % 1000), (int) (number % 1000));
  }

  /** What libvirt knows of an emulator, as XML; an empty argument is libvirt's own choice. */
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

  /** Defines or redefines a domain, and gives its name. */
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

  /** Starts a transient domain, and gives its name. */
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

  /** The domain of that name; if there is none, the domain with that UUID or running number. */
  public LibvirtDomain domain(String nameOrUuid) throws LibvirtFailure {
    String what = "failed to get domain '" + nameOrUuid + "'";
    try {
      return new LibvirtDomain(this, lookUp(nameOrUuid));
    } catch (LibvirtException e) {
      throw failure(what, e);
    }
  }

  /** The UUID of the domain of that name, if there is one with a definition. */
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
      // It may be a name that looks like a UUID or a number.
    }
    return connect.domainLookupByName(wanted);
  }

  /** All domains, running or not. */
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

  /** True until the daemon is known to be gone. */
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

  /** Says what could not be done over this connection, and libvirt's reason. */
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
      // The daemon is gone already.
    }
  }
}
