package org.libvirtspm.host.document;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.github.difflib.UnifiedDiffUtils;
import com.github.difflib.patch.PatchFailedException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class UnifiedDiffTest {

  /** What is shown leads from the one text to the other, in few and in many lines. */
  @ParameterizedTest
  @CsvSource({"0", "10", "19000", "30000"})
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

  private static byte[] bytes(List<String> lines) {
    return String.join("\n", lines).getBytes(UTF_8);
  }
}
