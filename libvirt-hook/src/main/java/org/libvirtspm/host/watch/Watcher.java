package org.libvirtspm.host.watch;

import java.util.Optional;
import org.libvirtspm.host.apply.Applier;
import org.libvirtspm.host.libvirt.DefinedDomains;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDaemon;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.probe.CachedProbe;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.Dialect;

/**
 * Keeps all domains of a libvirt in step: examines all after connecting, then each that is defined.
 * Reconnects without limit.
 */
public final class Watcher {

  /** Interval for checking the connection, in milliseconds. */
  private static final long PULSE_MILLIS = 1000;

  private final Optional<String> uri;
  private final Optional<Dialect> dialect;
  private final Journal journal;
  private final ServiceManager manager;
  private final PendingDomains pending = new PendingDomains();
  private final SeenDomains seen = new SeenDomains();
  private final Backoff backoff = new Backoff();
  private String told = "";

  /** Takes the URI; libvirt chooses without one. */
  public Watcher(
      Optional<String> uri, Optional<Dialect> dialect, Journal journal, ServiceManager manager) {
    this.uri = uri;
    this.dialect = dialect;
    this.journal = journal;
    this.manager = manager;
  }

  /**
   * Runs until the thread is interrupted.
   *
   * @throws LibvirtFailure if no libvirt will ever answer at the URI, or to this process
   */
  public void run() throws LibvirtFailure {
    try {
      while (true) {
        watchOnce();
        Thread.sleep(backoff.nextMillis());
      }
    } catch (InterruptedException e) {
      manager.stopping();
    }
  }

  private void watchOnce() throws InterruptedException, LibvirtFailure {
    pending.clear();
    try (DefinedDomains events = DefinedDomains.listen(uri, pending::add)) {
      watch(events.connection());
      journal.error("the connection to libvirt was lost; connecting again");
    } catch (LibvirtFailure e) {
      if (e.kind() == LibvirtFailure.Kind.BAD_URI || e.kind() == LibvirtFailure.Kind.NO_LIBRARY) {
        throw e;
      }
      if (!Thread.currentThread().isInterrupted()) {
        tell(e);
      }
    }
    manager.ready("waiting for libvirt");
  }

  /** Reports a failure and its remedy once, however often it repeats. */
  private void tell(LibvirtFailure failure) {
    if (failure.getMessage().equals(told)) {
      return;
    }
    told = failure.getMessage();
    journal.error(told + "; trying again");
    if (!failure.remedy().isEmpty()) {
      journal.error("  remedy: " + failure.remedy());
    }
  }

  private void watch(LibvirtConnection libvirt) throws LibvirtFailure, InterruptedException {
    DaemonTranslation translation =
        new DaemonTranslation(new LibvirtDaemon(libvirt), CachedProbe.standard(), dialect);
    DomainLook look = new DomainLook(libvirt, new Applier(libvirt, translation), seen, journal);
    look.atAll();
    journal.info("watching " + libvirt.uri());
    manager.ready("watching " + libvirt.uri());
    backoff.reset();
    told = "";
    while (libvirt.isAlive()) {
      Optional<String> uuid = pending.take(PULSE_MILLIS);
      if (uuid.isPresent()) {
        look.at(uuid.get());
      }
    }
  }
}
