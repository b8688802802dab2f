package org.libvirtspm.host.cli;

import com.github.difflib.DiffUtils;
import com.github.difflib.UnifiedDiffUtils;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import org.libvirtspm.host.document.LibvirtLayout;

/** Shows what a translation changed, as {@code diff -u} does. */
final class UnifiedDiff {

  /** Lines shown around a change. */
  private static final int CONTEXT = 3;

  private UnifiedDiff() {}

  /** The diff; empty when nothing changed. */
  static String of(String name, byte[] before, byte[] after) {
    List<String> old = lines(before);
    var changes = DiffUtils.diff(old, lines(after));
    List<String> diff =
        UnifiedDiffUtils.generateUnifiedDiff(name, name + " (translated)", old, changes, CONTEXT);
    return diff.isEmpty() ? "" : String.join("\n", diff) + "\n";
  }

  /** The same of a domain that libvirt has: without what only its layout would change. */
  static String ofDefinition(String name, byte[] before, byte[] after) {
    return of(name, LibvirtLayout.of(before), LibvirtLayout.of(after));
  }

  private static List<String> lines(byte[] document) {
    String text = new String(document, StandardCharsets.UTF_8);
    return Arrays.asList(
        (text.endsWith("\n") ? text.substring(0, text.length() - 1) : text).split("\n", -1));
  }
}
