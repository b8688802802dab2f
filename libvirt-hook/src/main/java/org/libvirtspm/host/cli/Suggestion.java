package org.libvirtspm.host.cli;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds the known word nearest to a misspelt one. */
final class Suggestion {

  /** Our words by those of other tools. */
  private static final Map<String, String> OTHER_WORDS =
      Map.of("--node", "--cell", "--size", "--memory", "--align", "--alignsize");

  private Suggestion() {}

  /** Returns a question to append to the message; empty if no word is near. */
  static String of(String word, List<String> known) {
    return Optional.ofNullable(OTHER_WORDS.get(word))
        .filter(known::contains)
        .or(() -> nearest(word, known))
        .map(nearest -> "; did you mean '" + nearest + "'?")
        .orElse("");
  }

  private static Optional<String> nearest(String word, List<String> known) {
    return known.stream()
        .filter(candidate -> isNear(word, candidate))
        .min(Comparator.comparingInt(candidate -> distance(word, candidate)));
  }

  /** True for at most one edit per three characters, or a prefix. */
  private static boolean isNear(String word, String candidate) {
    int begun = word.startsWith("--") ? 4 : 3;
    return distance(word, candidate) <= Math.min(word.length(), candidate.length()) / 3
        || (word.length() >= begun && candidate.startsWith(word));
  }

  /** Returns the Damerau-Levenshtein distance. */
  private static int distance(String a, String b) {
    int[][] of = new int[a.length() + 1][b.length() + 1];
    for (int i = 0; i <= a.length(); i++) {
      for (int j = 0; j <= b.length(); j++) {
        if (i == 0 || j == 0) {
          of[i][j] = i + j;
          continue;
        }
        int replaced = of[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        of[i][j] = Math.min(replaced, 1 + Math.min(of[i - 1][j], of[i][j - 1]));
        if (i > 1
            && j > 1
            && a.charAt(i - 1) == b.charAt(j - 2)
            && a.charAt(i - 2) == b.charAt(j - 1)) {
          of[i][j] = Math.min(of[i][j], 1 + of[i - 2][j - 2]);
        }
      }
    }
    return of[a.length()][b.length()];
  }
}
