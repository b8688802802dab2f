package org.libvirtspm.translator.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicContainer.dynamicContainer;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Every golden is what the translator gives, and keeps every promise about it. */
class GoldenTest {
  @TestFactory
  Stream<DynamicNode> everyCase() {
    return GoldenCase.all().stream().map(GoldenTest::tests);
  }

  private static DynamicNode tests(GoldenCase golden) {
    DynamicNode exact = dynamicTest("is as written", () -> exact(golden));
    DynamicNode agrees =
        dynamicTest("validate agrees", () -> new Promises(golden).validateAgrees());
    DynamicNode nodes = dynamicTest("nodes are said", () -> new Promises(golden).nodesAreSaid());
    Stream<DynamicNode> translated =
        golden.targets().stream()
            .filter(t -> t.translate(golden.document()).document().isPresent())
            .map(t -> dynamicContainer(t.name(), new Promises(golden).of(t)));
    return dynamicContainer(
        golden.input().getParent().getFileName() + "/" + golden.name(),
        Stream.concat(Stream.of(exact, agrees, nodes), translated));
  }

  private static void exact(GoldenCase golden) {
    if (Rewriting.isWanted()) {
      Rewriting.rewrite(golden);
    }
    SortedMap<Path, byte[]> answers = golden.answers();
    assertEquals(List.copyOf(answers.keySet()), GoldenFiles.beside(golden));
    answers.forEach(
        (file, text) ->
            assertEquals(
                new String(GoldenCase.read(file), UTF_8),
                new String(text, UTF_8),
                file.toString()));
  }

  @Test
  void everyFileBelongsToACase() {
    List<GoldenCase> cases = GoldenCase.all();
    assertTrue(cases.size() > 300, "the goldens are gone");
    List<Path> strays =
        GoldenCase.files()
            .filter(
                f ->
                    cases.stream()
                        .noneMatch(c -> f.equals(c.input()) || GoldenFiles.isAnswer(f, c)))
            .toList();
    assertEquals(List.of(), strays);
  }

  @Test
  void rewritingIsForPeopleOnly() {
    assertTrue(Rewriting.isWanted("true", Map.of()));
    assertFalse(Rewriting.isWanted("false", Map.of("CI", "true")));
    assertThrows(AssertionError.class, () -> Rewriting.isWanted("true", Map.of("CI", "true")));
  }
}
