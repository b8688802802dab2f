package org.libvirtspm.translator.bench;

import java.util.concurrent.TimeUnit;
import org.libvirtspm.translator.SpmTranslator;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** What a translation costs as the document grows. */
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MICROSECONDS)
@Fork(1)
@Warmup(iterations = 20, time = 1)
@Measurement(iterations = 5, time = 1)
public class GrowthBenchmark {

  /** A document with a cell of SPM and many disks. */
  @State(Scope.Benchmark)
  public static class Disks {
    /** How many. */
    @Param({"10", "100", "1000", "10000"})
    public int disks;

    private byte[] document;

    /** Makes the document. */
    @Setup
    public void make() {
      document = Documents.withDisks(disks);
    }
  }

  /** A document of which each cell tells its distance to each. */
  @State(Scope.Benchmark)
  public static class Distances {
    /** How many cells, of which the last has SPM. */
    @Param({"12", "128"})
    public int cells;

    private byte[] document;

    /** Makes the document. */
    @Setup
    public void make() {
      document = Documents.withDistances(cells);
    }
  }

  private static final SpmTranslator TRANSLATOR = Documents.translator("spm");

  /** The whole translation. */
  @Benchmark
  public byte[] disks(Disks state) {
    return Documents.ready(TRANSLATOR, state.document);
  }

  /** The whole translation. */
  @Benchmark
  public byte[] distances(Distances state) {
    return Documents.ready(TRANSLATOR, state.document);
  }
}
