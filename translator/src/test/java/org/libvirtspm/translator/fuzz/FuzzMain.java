package org.libvirtspm.translator.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicLong;

/** The long run: so many cases of a seed; what fails is kept in a folder, and the run goes on. */
final class FuzzMain {

  private static final int PROGRESS = 100_000;

  private final long seed;
  private final AtomicLong next;
  private final long end;
  private final Path folder;
  private final Figures figures = new Figures();

  private FuzzMain(long seed, long first, long count, Path folder) {
    this.seed = seed;
    this.next = new AtomicLong(first);
    this.end = first + count;
    this.folder = folder;
  }

  /**
   * Takes the seed, the first case, the number of cases, the folder for what fails, and the number
   * of threads. When it ends, or is told to (SIGTERM), it prints its figures.
   */
  public static void main(String[] args) throws Exception {
    Path folder = Files.createDirectories(Path.of(args[3]));
    FuzzMain main =
        new FuzzMain(
            Long.parseLong(args[0]), Long.parseLong(args[1]), Long.parseLong(args[2]), folder);
    Runtime.getRuntime().addShutdownHook(new Thread(main::print));
    main.run(Integer.parseInt(args[4]));
    System.exit(main.figures.findings() == 0 ? 0 : 1);
  }

  private void run(int threads) throws InterruptedException, ExecutionException {
    ExecutorService executor = Executors.newFixedThreadPool(threads);
    List<Future<?>> workers = new ArrayList<>();
    for (int i = 0; i < threads; i++) {
      workers.add(executor.submit(this::work));
    }
    for (Future<?> worker : workers) {
      worker.get();
    }
  }

  private void work() {
    Fuzzing fuzzing = new Fuzzing(seed);
    for (long number = next.getAndIncrement(); number < end; number = next.getAndIncrement()) {
      Fuzzing.Outcome outcome = fuzzing.run(number);
      outcome.failure().ifPresent(this::keep);
      count(outcome);
    }
  }

  private void keep(Fuzzing.Failure failure) {
    try {
      Files.writeString(folder.resolve("case-" + failure.number() + ".txt"), failure.describe());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void count(Fuzzing.Outcome outcome) {
    synchronized (figures) {
      figures.add(outcome);
      if (figures.cases() % PROGRESS == 0) {
        System.out.println(figures);
      }
    }
  }

  private void print() {
    synchronized (figures) {
      figures.print(System.out);
    }
  }
}
