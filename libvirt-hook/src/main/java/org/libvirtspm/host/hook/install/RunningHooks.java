package org.libvirtspm.host.hook.install;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** Hook processes that libvirt has started. */
final class RunningHooks {

  /** Time limit, longer than the deadline of a hook. */
  private static final long SECONDS = 25;

  private RunningHooks() {}

  /**
   * Waits for the processes that run the script or classes of the library at this moment, so that
   * no hook loses its classes while it runs.
   */
  static void awaitEnd(Path entry, Path library) {
    CompletableFuture<?>[] ends =
        ProcessHandle.allProcesses()
            .filter(process -> names(process, entry.toString(), library.toString()))
            .map(ProcessHandle::onExit)
            .toArray(CompletableFuture<?>[]::new);
    CompletableFuture.allOf(ends).completeOnTimeout(null, SECONDS, TimeUnit.SECONDS).join();
  }

  private static boolean names(ProcessHandle process, String entry, String library) {
    return process.info().arguments().stream()
        .flatMap(Arrays::stream)
        .anyMatch(argument -> argument.equals(entry) || argument.contains(library + "/"));
  }
}
