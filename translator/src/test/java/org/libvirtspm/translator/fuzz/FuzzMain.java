package org.libvirtspm.translator.fuzz;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** The long run: so many cases of a seed; what fails is kept in a folder, and the run goes on. */
final class FuzzMain {

  private static final int PROGRESS = 100_000;

  private FuzzMain() {}

  /** Takes the seed, the first case, the number of cases, and the folder for what fails. */
  public static void main(String[] args) throws IOException {
    Fuzzing fuzzing = new Fuzzing(Long.parseLong(args[0]));
    long first = Long.parseLong(args[1]);
    long count = Long.parseLong(args[2]);
    Path folder = Files.createDirectories(Path.of(args[3]));
    long start = System.nanoTime();
    long failed = 0;
    for (long i = 0; i < count; i++) {
      Fuzzing.Failure failure = fuzzing.run(first + i);
      if (failure != null) {
        failed++;
        Files.writeString(folder.resolve("case-" + (first + i) + ".txt"), failure.describe());
      }
      if ((i + 1) % PROGRESS == 0 || i + 1 == count) {
        long minutes = (System.nanoTime() - start) / 60_000_000_000L;
        System.out.println((i + 1) + " cases, " + minutes + " min, " + failed + " failed");
      }
    }
    System.exit(failed == 0 ? 0 : 1);
  }
}
