package org.libvirtspm.host.libvirt;

import java.util.Optional;
import java.util.function.Consumer;
import org.libvirt.Domain;
import org.libvirt.LibvirtException;
import org.libvirt.event.DomainEvent;
import org.libvirt.event.DomainEventType;
import org.libvirt.event.LifecycleListener;

/** A connection that reports each domain definition. Keeps a reference to the callback. */
public final class DefinedDomains implements AutoCloseable {

  private final LibvirtConnection connection;
  private final LifecycleListener listener;

  private DefinedDomains(LibvirtConnection connection, LifecycleListener listener) {
    this.connection = connection;
    this.listener = listener;
  }

  /** Connects and listens. {@code uuids} is called in another thread and must not block. */
  public static DefinedDomains listen(Optional<String> uri, Consumer<String> uuids)
      throws LibvirtFailure {
    LibvirtConnection connection = LibvirtConnection.open(uri, false);
    LifecycleListener listener = (domain, event) -> tell(domain, event, uuids);
    try {
      connection.binding().addLifecycleListener(listener);
      return new DefinedDomains(connection, listener);
    } catch (LibvirtException e) {
      connection.close();
      throw connection.failure("cannot listen to libvirt's events", e);
    }
  }

  private static int tell(Domain domain, DomainEvent event, Consumer<String> uuids) {
    try {
      if (event.getType() == DomainEventType.DEFINED) {
        uuids.accept(domain.getUUIDString());
      }
      domain.free();
    } catch (LibvirtException e) {
      // The connection is lost; all domains are examined after the next one opens.
    }
    return 0;
  }

  /** The connection itself. */
  public LibvirtConnection connection() {
    return connection;
  }

  @Override
  public void close() {
    try {
      connection.binding().removeLifecycleListener(listener);
    } catch (LibvirtException e) {
      // The daemon is gone.
    }
    connection.close();
  }
}
