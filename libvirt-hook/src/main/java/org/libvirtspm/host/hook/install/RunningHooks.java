package org.libvirtspm.host.hook.install;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/** The processes of hooks that libvirt has started. */
final class RunningHooks {

  /** More than the deadline of a hook. */
  private static final long SECONDS = 25;

  private RunningHooks() {}

  /**
   * Waits until those processes have ended that run the entry, or classes of a library, at this
   * moment: a domain must not be refused because its hook lost its classes to a newer build.
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
