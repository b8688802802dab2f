package org.libvirtspm.host.libvirt;

import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

  private LibvirtConnection(BindingConnect connect) {
    this.connect = connect;
  }

  /** Connects; without a URI to what libvirt chooses, from LIBVIRT_DEFAULT_URI for one. */
  public static LibvirtConnection open(Optional<String> uri, boolean readOnly)
      throws LibvirtFailure {
    ClientLibrary.load();
    try {
      return new LibvirtConnection(new BindingConnect(uri.orElse(null), readOnly));
    } catch (LibvirtException e) {
      throw LibvirtFailure.of("cannot connect to libvirt" + uri.map(u -> " at " + u).orElse(""), e);
    }
  }

  /** The URI in use. */
  public String uri() throws LibvirtFailure {
    try {
      return connect.getURI();
    } catch (LibvirtException e) {
      throw LibvirtFailure.of("cannot ask libvirt for its URI", e);
    }
  }

  /** The daemon's version, which need not be that of the library on this machine. */
  public LibvirtVersion version() throws LibvirtFailure {
    try {
      return versionOf(connect.getLibVersion());
    } catch (LibvirtException e) {
      throw LibvirtFailure.of("cannot ask libvirt for its version", e);
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
      throw lastFailure("libvirt did not define the domain");
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
      try (LibvirtDomain created = new LibvirtDomain(domain)) {
        return created.name();
      }
    } catch (LibvirtException e) {
      throw LibvirtFailure.of("libvirt did not create the domain", e);
    }
  }

  private static String text(byte[] xml) {
    return new String(xml, StandardCharsets.UTF_8);
  }

  /** The domain of that name; if there is none, the domain with that UUID or running number. */
  public LibvirtDomain domain(String nameOrUuid) throws LibvirtFailure {
    String what = "failed to get domain '" + nameOrUuid + "'";
    try {
      return new LibvirtDomain(lookUp(nameOrUuid));
    } catch (LibvirtException e) {
      throw LibvirtFailure.of(what, e);
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
        domains.add(new LibvirtDomain(domain));
      }
      return domains;
    } catch (LibvirtException e) {
      throw LibvirtFailure.of("cannot list libvirt's domains", e);
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

  private static LibvirtFailure lastFailure(String what) {
    var error = Libvirt.INSTANCE.virGetLastError();
    return LibvirtFailure.of(what, error == null ? null : new org.libvirt.Error(error), null);
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
