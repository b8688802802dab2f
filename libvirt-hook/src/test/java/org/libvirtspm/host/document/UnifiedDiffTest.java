package org.libvirtspm.host.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnifiedDiffTest {

  /** What is shown leads from the one text to the other, in few and in many lines. */
  @ParameterizedTest
  @CsvSource({"0", "10", "4000", "19000"})
  void leadsFromOneToTheOther(int lines) throws PatchFailedException {
    List<String> old = new ArrayList<>();
    List<String> now = new ArrayList<>();
    for (int i = 0; i < lines; i++) {
      old.add("line " + i);
      now.add(i % 7 == 3 ? "other " + i : "line " + i);
      if (i % 11 == 5) {
        now.add("new " + i);
      }
    }
    String diff = UnifiedDiff.of("guest.xml", bytes(old), bytes(now));
    List<String> parsed = diff.lines().toList();
    assertEquals(now, UnifiedDiffUtils.parseUnifiedDiff(parsed).applyTo(old));
    assertEquals("", UnifiedDiff.of("guest.xml", bytes(now), bytes(now)));
  }

  @Test
  void changeFarInsideManyLinesIsShownAlone() {
    List<String> old =
        IntStream.range(0, 50_000).mapToObj(Integer::toString).collect(Collectors.toList());
    List<String> now = new ArrayList<>(old);
    now.set(30_000, "other");
    assertEquals(11, UnifiedDiff.of("guest.xml", bytes(old), bytes(now)).lines().count());
  }

  /** Each level is indented by two spaces, which makes 16 MiB of these. */
  @Test
  void documentTooDeepForLibvirtsLayoutKeepsItsOwn() {
    String deep = ("<a>".repeat(240) + "</a>".repeat(240)).repeat(200);
    String before = "<domain>" + deep + "\n<name>d</name></domain>\n";
    String after = before.replace("<name>d", "<name>e");
    assertEquals(
        UnifiedDiff.of("d", bytes(List.of(before)), bytes(List.of(after))),
        UnifiedDiff.ofDefinition("d", bytes(List.of(before)), bytes(List.of(after))));
  }

  private static byte[] bytes(List<String> lines) {
    return String.join("\n", lines).getBytes(UTF_8);
  }
}
