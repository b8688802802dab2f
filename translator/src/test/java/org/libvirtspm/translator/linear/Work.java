package org.libvirtspm.translator.linear;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.UnaryOperator;

/**
 * What a step took: processor time and memory of its thread alone, whatever else the machine does.
 *
 * @param document what came of it; empty when it was refused
 */
record Work(byte[] document, long cpuNanos, long allocatedBytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  static Work of(byte[] document, UnaryOperator<byte[]> step) {
    long nanos = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    byte[] result = step.apply(document);
    return new Work(
        result,
        THREADS.getCurrentThreadCpuTime() - nanos,
        THREADS.getCurrentThreadAllocatedBytes() - bytes);
  }

  /** The lesser of both: what is more than that was not the document's. */
  static Work better(Work a, Work b) {
    return new Work(
        a.document, Math.min(a.cpuNanos, b.cpuNanos), Math.min(a.allocatedBytes, b.allocatedBytes));
  }

  @Override
  public String toString() {
    return cpuNanos / 1_000_000 + " ms, " + allocatedBytes / 1024 + " KiB";
  }
}
