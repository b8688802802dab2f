package org.libvirtspm.host.libvirt;

import java.nio.charset.StandardCharsets;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;

/** A domain as libvirt has it. */
public final class LibvirtDomain implements AutoCloseable {

  /** Which of a domain's descriptions is asked for; combined by adding. */
  public static final int LIVE = 0;

  /** With passwords in it; not over a read-only connection. */
  public static final int SECURE = 1;

  /** The description for the next start. */
  public static final int INACTIVE = 2;

  private final LibvirtConnection connection;
  private final Domain domain;
  private final String name;
  private final String uuid;

  LibvirtDomain(LibvirtConnection connection, Domain domain) throws LibvirtException {
    this.connection = connection;
    this.domain = domain;
    this.name = domain.getName();
    this.uuid = domain.getUUIDString();
  }

  /** The domain's name when it was looked up. */
  public String name() {
    return name;
  }

  /** The domain's UUID, which no rename changes. */
  public String uuid() {
    return uuid;
  }

  /** The domain's XML, UTF-8; {@code flags} are the constants above. */
  public byte[] xml(int flags) throws LibvirtFailure {
    try {
      String xml = domain.getXMLDesc(flags);
      if (xml == null) {
        throw new LibvirtFailure("cannot read domain '" + name + "': libvirt gave no reason", null);
      }
      return xml.getBytes(StandardCharsets.UTF_8);
    } catch (LibvirtException e) {
      throw connection.failure("cannot read domain '" + name + "'", e);
    }
  }

  /** True while a guest runs. */
  public boolean isActive() throws LibvirtFailure {
    try {
      return domain.isActive() == 1;
    } catch (LibvirtException e) {
      throw connection.failure("cannot ask about domain '" + name + "'", e);
    }
  }

  /** The domain's state in virsh's words. */
  public String state() throws LibvirtFailure {
    try {
      return switch (domain.getInfo().state) {
        case VIR_DOMAIN_RUNNING -> "running";
        case VIR_DOMAIN_BLOCKED -> "idle";
        case VIR_DOMAIN_PAUSED -> "paused";
        case VIR_DOMAIN_SHUTDOWN -> "in shutdown";
        case VIR_DOMAIN_SHUTOFF -> "shut off";
        case VIR_DOMAIN_CRASHED -> "crashed";
        case VIR_DOMAIN_PMSUSPENDED -> "pmsuspended";
        default -> "no state";
      };
    } catch (LibvirtException e) {
      throw connection.failure("cannot ask about domain '" + name + "'", e);
    }
  }

  /** True when the domain outlives its guest. */
  public boolean isPersistent() throws LibvirtFailure {
    try {
      return domain.isPersistent() == 1;
    } catch (LibvirtException e) {
      throw connection.failure("cannot ask about domain '" + name + "'", e);
    }
  }

  @Override
  public void close() {
    try {
      domain.free();
    } catch (LibvirtException e) {
      // The connection is gone, and what it held with it.
    }
  }
}
