package org.libvirtspm.translator.golden;

import java.nio.file.Path;
import java.util.List;

/** Tells which files are the answers of a case: NAME.END and NAME.TARGET.END. */
final class GoldenFiles {
  private GoldenFiles() {}

  static List<Path> beside(GoldenCase golden) {
    return GoldenCase.files().filter(f -> isAnswer(f, golden)).toList();
  }

  static boolean isAnswer(Path file, GoldenCase golden) {
    if (!file.getParent().equals(golden.input().getParent())) {
      return false;
    }
    String name = file.getFileName().toString();
    return name.startsWith(golden.name() + ".")
        && name.substring(golden.name().length())
            .matches("(\\.[a-z-]+\\.xml|(\\.[a-z-]+)?\\.(err|warn))");
  }
}
