package org.libvirtspm.host.document;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.ChangeDelta;
import com.github.difflib.patch.Chunk;
import com.github.difflib.patch.Patch;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.libvirtspm.translator.internal.xml.TooLongException;

/** Formats the changes of a translation as {@code diff -u} does. */
public final class UnifiedDiff {

  /** Lines shown around a change. */
  private static final int CONTEXT = 3;

  /**
   * Limit of lines between the first and the last difference for the comparison line by line, whose
   * time is quadratic.
   */
  private static final int MAX_LINES = 5_000;

  private UnifiedDiff() {}

  /** Returns the diff of a document and its translation; empty when nothing changed. */
  public static String of(String name, byte[] before, byte[] after) {
    List<String> diff = lines(name, before, name + " (translated)", after);
    return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
  }

  /** Returns the lines of the diff of two documents with a name each; none when they are equal. */
  public static List<String> lines(String name, byte[] before, String nameAfter, byte[] after) {
    List<String> old = lines(before);
    return UnifiedDiffUtils.generateUnifiedDiff(
        name, nameAfter, old, changes(old, lines(after)), CONTEXT);
  }

  /**
   * Returns the diff of a domain in libvirt, without changes of layout only unless the layout of
   * libvirt, with its indentation, would make a document too long.
   */
  public static String ofDefinition(String name, byte[] before, byte[] after) {
    byte[] old;
    byte[] now;
    try {
      old = LibvirtLayout.of(before);
      now = LibvirtLayout.of(after);
    } catch (TooLongException e) {
      old = before;
      now = after;
    }
    return of(name, old, now);
  }

  /**
   * Compares lines; beyond the limit, everything from the first to the last difference is one
   * change.
   */
  private static Patch<String> changes(List<String> old, List<String> now) {
    int shorter = Math.min(old.size(), now.size());
    int start = 0;
    while (start < shorter && old.get(start).equals(now.get(start))) {
      start++;
    }
    int end = 0;
    while (end < shorter - start
        && old.get(old.size() - 1 - end).equals(now.get(now.size() - 1 - end))) {
      end++;
    }
    if (Math.max(old.size(), now.size()) - start - end <= MAX_LINES) {
      return DiffUtils.diff(old, now);
    }
    Patch<String> patch = new Patch<>();
    if (start < Math.max(old.size(), now.size()) - end) {
      patch.addDelta(
          new ChangeDelta<>(
              new Chunk<>(start, old.subList(start, old.size() - end)),
              new Chunk<>(start, now.subList(start, now.size() - end))));
    }
    return patch;
  }

  private static List<String> lines(byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    return Arrays.asList(
        (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
  }
}
