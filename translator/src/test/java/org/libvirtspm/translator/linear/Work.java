package org.libvirtspm.translator.linear;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.util.function.UnaryOperator;

/**
 * What a step took: processor time and memory of its thread alone, whatever else the machine does.
 */
record Work(long cpuNanos, long allocatedBytes) {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** What came of a step, empty when it was refused, and what it took. */
  static final class Done {
    private final byte[] document;
    private final Work work;

    private Done(byte[] document, Work work) {
      this.document = document;
      this.work = work;
    }

    byte[] document() {
      return document;
    }

    Work work() {
      return work;
    }
  }

  static Done of(byte[] document, UnaryOperator<byte[]> step) {
    long nanos = THREADS.getCurrentThreadCpuTime();
    long bytes = THREADS.getCurrentThreadAllocatedBytes();
    byte[] result = step.apply(document);
    Work work =
        new Work(
            THREADS.getCurrentThreadCpuTime() - nanos,
            THREADS.getCurrentThreadAllocatedBytes() - bytes);
    return new Done(result, work);
  }

  /** The lesser of both: what is more than that was not the document's. */
  static Work better(Work a, Work b) {
    return new Work(Math.min(a.cpuNanos, b.cpuNanos), Math.min(a.allocatedBytes, b.allocatedBytes));
  }

  @Override
  public String toString() {
    return cpuNanos / 1_000_000 + " ms, " + allocatedBytes / 1024 + " KiB";
  }
}
