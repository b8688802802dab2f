package org.libvirtspm.host.libvirt;

import org.libvirt.Library;
import org.libvirt.LibvirtException;

/** Pumps libvirt's events; it must run before the connection that they come over is opened. */
final class EventLoop {

  private static Thread pump;

  private EventLoop() {}

  /** Starts the thread, once in the life of the process. */
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

  /** An iteration that fails belongs to a connection that is lost; its user notices by itself. */
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
