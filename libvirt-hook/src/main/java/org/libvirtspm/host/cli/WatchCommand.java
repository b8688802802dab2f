package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.libvirtspm.host.watch.Journal;
import org.libvirtspm.host.watch.ServiceManager;
import org.libvirtspm.host.watch.Watcher;

/** {@code virt-spm watch}: translates domains when they are defined. */
final class WatchCommand implements Command {

  /** Timeout of the last check after SIGTERM, in seconds. */
  private static final long PATIENCE_SECONDS = 5;

  @Override
  public String name() {
    return "watch";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm watch",
        "Translate domains the moment they are defined.",
        List.of("[-c URI]", TargetOptions.SYNOPSIS),
        "Look at every domain, and then at each that is defined, by whatever program: one that"
            + " declares Specific Purpose Memory in its metadata, and has not the right"
            + " translation, is translated at once. Prints a line for each action. Connects again"
            + " when libvirt restarts or hangs; a domain that can't be looked at is told, and the others"
            + " go on. Ends on SIGTERM. systemd runs it as virt-spm-watch.service.",
        null,
        List.of(LibvirtOptions.CONNECT, LibvirtOptions.DIALECT, Option.HELP),
        List.of("systemctl enable --now virt-spm-watch.service"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("watch takes no arguments");
    }
    Watcher watcher =
        new Watcher(
            arguments.value(LibvirtOptions.CONNECT),
            TargetOptions.dialect(arguments.value(LibvirtOptions.DIALECT)),
            Journal.to(terminal.err()),
            ServiceManager.ofEnvironment());
    Thread thread = Thread.currentThread();
    CountDownLatch ended = new CountDownLatch(1);
    Thread end = new Thread(() -> end(thread, ended), "end");
    Runtime.getRuntime().addShutdownHook(end);
    try {
      watcher.run();
      return ExitStatus.FINE;
    } finally {
      ended.countDown();
      forget(end);
    }
  }

  /** Removes the shutdown hook after a failure, so that the exit status is the failure's. */
  private static void forget(Thread end) {
    try {
      var unused = Runtime.getRuntime().removeShutdownHook(end);
    } catch (IllegalStateException e) {
      // The shutdown hook is running: a signal has arrived.
    }
  }

  /** Ends with status 0 on SIGTERM; the JVM's own status would be 143. */
  private static void end(Thread watcher, CountDownLatch ended) {
    watcher.interrupt();
    try {
      var unused = ended.await(PATIENCE_SECONDS, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    Runtime.getRuntime().halt(ExitStatus.FINE.code());
  }
}
