package org.libvirtspm.translator.golden;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.SortedMap;

/** Writes goldens anew where {@code -Dgolden.rewrite=true} asks for it. */
final class Rewriting {
  private Rewriting() {}

  static boolean isWanted() {
    return isWanted(System.getProperty("golden.rewrite", "false"), System.getenv());
  }

  /** Refuses where nobody would look at the difference. */
  static boolean isWanted(String flag, Map<String, String> environment) {
    boolean wanted = flag.equals("true");
    if (wanted && "true".equals(environment.get("CI"))) {
      throw new AssertionError("golden.rewrite is refused where CI=true: rewrite and look at home");
    }
    return wanted;
  }

  static void rewrite(GoldenCase golden) {
    SortedMap<Path, byte[]> answers = golden.answers();
    try {
      for (Path old : GoldenFiles.beside(golden)) {
        Files.delete(old);
      }
      for (Map.Entry<Path, byte[]> answer : answers.entrySet()) {
        Files.write(answer.getKey(), answer.getValue());
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
