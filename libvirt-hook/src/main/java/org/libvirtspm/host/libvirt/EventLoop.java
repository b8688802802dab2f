package org.libvirtspm.host.libvirt;

import org.libvirt.Library;
import org.libvirt.LibvirtException;

/** Runs libvirt's event loop; must start before the connection for its events opens. */
final class EventLoop {

  private static Thread pump;

  private EventLoop() {}

  /** Starts the thread, once per process. */
  static synchronized void start() throws LibvirtFailure {
    if (pump != null) {
      return;
    }
    ClientLibrary.load();
    try {
      Library.initEventLoop();
    } catch (LibvirtException e) {
      throw LibvirtFailure.of("cannot start libvirt's event loop", e);
    }
    pump = new Thread(EventLoop::run, "libvirt-events");
    pump.setDaemon(true);
    pump.start();
  }

  /** Ignores failing iterations: the connection is lost, which its user detects. */
  private static void run() {
    while (true) {
      try {
        Library.processEvent();
      } catch (LibvirtException | RuntimeException | OutOfMemoryError e) {
        pause();
      }
    }
  }

  private static void pause() {
    try {
      Thread.sleep(100);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
