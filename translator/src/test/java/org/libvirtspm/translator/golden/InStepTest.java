package org.libvirtspm.translator.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.oracle.LibvirtIndentation;

/** A document is in step no longer when a value is changed that its translation wrote. */
class InStepTest {

  /** Values of attributes, and text. */
  private static final Pattern VALUE = Pattern.compile("(?<=[^:]=')[^']+|(?<=>)[^<>]+(?=</)");

  /**
   * A whole line of a document as libvirt formats it, but for those of which the translation only
   * changed a part: the rest is its author's to change.
   */
  private static final Pattern LINE =
      Pattern.compile(
          "(?m)^ *<(?![/?!]|domain |maxMemory |memory .*dumpCore|acpi |page |cell .*memory='[1-9]).*$");

  private static final Set<String> FOLDERS = Set.of("backing", "references", "qemu", "totals");

  private final List<String> unseen = new ArrayList<>();
  private int changes;

  @Test
  void seesEveryChangeOfWhatIsWritten() {
    for (GoldenCase golden : GoldenCase.all()) {
      String folder = golden.input().getParent().getFileName().toString();
      if (FOLDERS.contains(folder) && LibvirtIndentation.isIn(golden.document())) {
        golden.targets().forEach(target -> check(golden, target));
      }
    }
    assertTrue(changes > 2000, "the changes are gone: " + changes);
    assertEquals(List.of(), unseen);
  }

  private void check(GoldenCase golden, GoldenTarget target) {
    Translation result = target.translate(golden.document());
    if (!result.isRefused() && !result.inStep()) {
      Set<String> given = new HashSet<>(new String(golden.document(), UTF_8).lines().toList());
      check(result.xml(), given, target, golden.name() + " " + target.name());
    }
  }

  private void check(String translated, Set<String> given, GoldenTarget target, String name) {
    int record = translated.indexOf("<metadata>");
    int end = translated.indexOf("</metadata>");
    Matcher lines = LINE.matcher(translated);
    while (lines.find()) {
      boolean isRecord = record <= lines.start() && lines.start() < end;
      if (!isRecord && !given.contains(lines.group())) {
        change(translated, lines.start(), lines.end(), target, name);
      }
    }
  }

  private void change(String translated, int start, int end, GoldenTarget target, String name) {
    Matcher values = VALUE.matcher(translated).region(start, end);
    while (values.find()) {
      int at = values.end();
      String changed = translated.substring(0, at) + "9" + translated.substring(at);
      changes++;
      if (target.translate(changed.getBytes(UTF_8)).inStep()) {
        unseen.add(name + ": " + translated.substring(start, end).strip() + ": " + values.group());
      }
    }
  }
}
