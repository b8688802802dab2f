package org.libvirtspm.translator.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The long run: so many cases of a seed; what fails is kept in a folder, and the run goes on. */
final class FuzzMain {

  private static final int PROGRESS = 100_000;

  private FuzzMain() {}

  /**
   * Takes the seed, the first case, the number of cases, and the folder for what fails. When it
   * ends, or is told to (SIGTERM), it prints its figures.
   */
  public static void main(String[] args) throws IOException {
    Fuzzing fuzzing = new Fuzzing(Long.parseLong(args[0]));
    long first = Long.parseLong(args[1]);
    long count = Long.parseLong(args[2]);
    Path folder = Files.createDirectories(Path.of(args[3]));
    Figures figures = new Figures();
    Runtime.getRuntime().addShutdownHook(new Thread(() -> print(figures)));
    while (figures.cases() < count) {
      long number = first + figures.cases();
      Fuzzing.Outcome outcome = fuzzing.run(number);
      synchronized (figures) {
        figures.add(outcome);
      }
      if (outcome.failure().isPresent()) {
        Path file = folder.resolve("case-" + number + ".txt");
        Files.writeString(file, outcome.failure().get().describe());
      }
      if (figures.cases() % PROGRESS == 0) {
        System.out.println(figures);
      }
    }
    System.exit(figures.findings() == 0 ? 0 : 1);
  }

  private static void print(Figures figures) {
    synchronized (figures) {
      figures.print(System.out);
    }
  }
}
