package org.libvirtspm.host.linear;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;

/**
 * Compares the work on two documents, one of four times the size: processor time and allocations of
 * the calling thread, of which the least of some runs count.
 */
public final class Growth {

  /** Work on a document. */
  @FunctionalInterface
  public interface Task {
    /** Does the work. */
    void on(String document) throws Exception;
  }

  private static final int FACTOR = 4;

  private static final double MAX_TIME_GROWTH = Math.pow(FACTOR, 1.5);

  private static final double MAX_MEMORY_GROWTH = Math.pow(FACTOR, 1.25);

  /** The first runs also load classes and compile code. */
  private static final int MIN_RUNS = 3;

  private static final int MAX_RUNS = 8;

  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  private final String document;
  private long cpuNanos = Long.MAX_VALUE;
  private long allocatedBytes = Long.MAX_VALUE;

  private Growth(String document) {
    this.document = document;
  }

  /** Asserts that the work grows about as the document does. */
  public static void assertLinear(String small, String large, Task task) throws Exception {
    double sizes = (double) large.length() / small.length();
    assertTrue(sizes > FACTOR * 0.9 && sizes < FACTOR * 1.1, "the sizes differ by " + sizes);
    Growth few = new Growth(small);
    Growth many = new Growth(large);
    for (int run = 0; run < MIN_RUNS || (run < MAX_RUNS && !isLinear(few, many)); run++) {
      few.measure(task);
      many.measure(task);
    }
    assertTrue(isLinear(few, many), few + ", then " + many);
  }

  private static boolean isLinear(Growth few, Growth many) {
    return many.cpuNanos <= MAX_TIME_GROWTH * few.cpuNanos
        && many.allocatedBytes <= MAX_MEMORY_GROWTH * few.allocatedBytes;
  }

  private void measure(Task task) throws Exception {
    long nanos = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    task.on(document);
    cpuNanos = Math.min(cpuNanos, THREADS.getCurrentThreadCpuTime() - nanos);
    allocatedBytes = Math.min(allocatedBytes, THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  @Override
  public String toString() {
    return document.length() / 1024
        + " KiB: "
        + cpuNanos / 1_000_000
        + " ms, "
        + allocatedBytes / 1024
        + " KiB";
  }
}
