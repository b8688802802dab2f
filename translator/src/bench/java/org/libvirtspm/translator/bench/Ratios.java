package org.libvirtspm.translator.bench;

import java.util.Collection;
import java.util.Locale;
import org.openjdk.jmh.infra.BenchmarkParams;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.options.CommandLineOptions;
import org.openjdk.jmh.runner.options.OptionsBuilder;

/** Runs the benchmarks, with JMH's options, and prints medians and their ratios as a table. */
final class Ratios {

  private final Collection<RunResult> results;

  private Ratios(Collection<RunResult> results) {
    this.results = results;
  }

  public static void main(String[] args) throws Exception {
    var options =
        new OptionsBuilder()
            .parent(new CommandLineOptions(args))
            .include("org\\.libvirtspm\\.translator\\.bench\\.")
            .shouldFailOnError(true)
            .build();
    new Ratios(new Runner(options).run()).print();
  }

  private void print() {
    System.out.printf(Locale.ROOT, "%n| what | µs | ratio | limit |%n|---|---:|---:|---:|%n");
    double dom = median("dom", "");
    row("DOM, parse and serialise", dom, dom, "");
    row("dialect spm", median("spm", ""), dom, "0.9");
    row("native form", median("nativeForm", ""), dom, "0.6");
    row("translated again", median("again", ""), dom, "0.9");
    row("without SPM", median("withoutSpm", ""), dom, "0.2");
    for (int disks = 10; disks <= 10_000; disks *= 10) {
      row("a disk of " + disks, median("disks", "" + disks) / disks, perDisk(), "");
    }
    row("a pair of 12 cells", perPair(12), perPair(12), "");
    row("a pair of 128 cells", perPair(128), perPair(12), "1.1");
  }

  private double perDisk() {
    return median("disks", "100") / 100;
  }

  private double perPair(int cells) {
    return median("distances", "" + cells) / cells / cells;
  }

  /** Median of a benchmark's measured iterations, in microseconds. */
  private double median(String method, String parameter) {
    return results.stream()
        .filter(r -> isOf(r.getParams(), method, parameter))
        .mapToDouble(r -> r.getPrimaryResult().getStatistics().getPercentile(50))
        .findFirst()
        .orElse(Double.NaN);
  }

  private static boolean isOf(BenchmarkParams run, String method, String parameter) {
    return run.getBenchmark().endsWith("." + method)
        && run.getParamsKeys().stream().allMatch(key -> run.getParam(key).equals(parameter));
  }

  private static void row(String what, double micros, double base, String limit) {
    System.out.printf(
        Locale.ROOT, "| %s | %.2f | %.2f | %s |%n", what, micros, micros / base, limit);
  }
}
