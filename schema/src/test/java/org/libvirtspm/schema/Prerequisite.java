package org.libvirtspm.schema;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/** What the tests need of the machine; a lack fails them where CI=true and is shown elsewhere. */
final class Prerequisite {
  private Prerequisite() {}

  /** Demands a program of the search path, or names the package that has it. */
  static void program(String name, String debianPackage) {
    boolean there =
        Arrays.stream(System.getenv("PATH").split(":"))
            .anyMatch(folder -> Files.isExecutable(Path.of(folder, name)));
    demand(there, name + " is not here: install the package " + debianPackage);
  }

  /** Demands a file, or names the package that has it. */
  static void file(Path file, String debianPackage) {
    demand(Files.isReadable(file), file + " is not here: install the package " + debianPackage);
  }

  private static void demand(boolean there, String remedy) {
    if (!there && "true".equals(System.getenv("CI"))) {
      Assertions.fail(remedy);
    }
    Assumptions.assumeTrue(there, remedy);
  }
}
