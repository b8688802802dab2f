package org.libvirtspm.host.demo;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.util.List;

/** The difference of two documents as diff -u shows it. */
final class UnifiedDiff {

  private static final int CONTEXT_LINES = 3;

  private UnifiedDiff() {}

  static List<String> of(String before, String after) {
    List<String> old = before.lines().toList();
    return UnifiedDiffUtils.generateUnifiedDiff(
        "extended", "translated", old, DiffUtils.diff(old, after.lines().toList()), CONTEXT_LINES);
  }
}
