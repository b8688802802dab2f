package org.libvirtspm.translator.fuzz;

import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * Runs cases in a thread of their own and fails one that hangs: it has used 10 s of processor time,
 * where others take milliseconds, or has not ended after 5 minutes.
 */
final class Watchdog {

  private static final long CPU_NANOS = TimeUnit.SECONDS.toNanos(10);
  private static final int SECONDS = 300;

  private static final ThreadMXBean THREADS = ManagementFactory.getThreadMXBean();

  private Thread worker;
  private ExecutorService executor = executor();

  private ExecutorService executor() {
    return Executors.newSingleThreadExecutor(
        task -> {
          worker = new Thread(task, "fuzz case");
          worker.setDaemon(true);
          return worker;
        });
  }

  /** What the case returns or throws. */
  <T> T watch(Callable<T> task) throws Exception {
    Future<T> future = executor.submit(task);
    long start = cpuNanos();
    for (int second = 0; second < SECONDS && cpuNanos() - start < CPU_NANOS; second++) {
      if (ends(future)) {
        return result(future);
      }
    }
    throw hanging();
  }

  /** Waits a second for it. */
  private static boolean ends(Future<?> future) throws InterruptedException {
    try {
      future.get(1, TimeUnit.SECONDS);
      return true;
    } catch (TimeoutException notYet) {
      return false;
    } catch (ExecutionException ended) {
      return true;
    }
  }

  private static <T> T result(Future<T> future) throws Exception {
    try {
      return future.get();
    } catch (ExecutionException e) {
      throw unwrapped(e.getCause());
    }
  }

  private long cpuNanos() {
    return THREADS.getThreadCpuTime(worker.getId());
  }

  private static Exception unwrapped(Throwable cause) {
    if (cause instanceof Error error) {
      throw error;
    }
    return (Exception) cause;
  }

  private AssertionError hanging() {
    AssertionError hangs = new AssertionError("hangs");
    hangs.setStackTrace(worker.getStackTrace());
    executor.shutdownNow();
    executor = executor();
    return hangs;
  }
}
