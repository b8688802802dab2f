package org.libvirtspm.translator.coverage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.URL;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libvirtspm.schema.Schemas;
import org.libvirtspm.translator.golden.GoldenCase;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.oracle.Dom;
import org.w3c.dom.Element;

/** Every element, attribute and word of the schema occurs in a golden that is translated. */
class ModelCoverageTest {
  /** What the translator itself writes, so that it is never in an input. */
  private static final Set<String> OURS =
      Set.of(
          "@dialect",
          "@form",
          "@declared",
          "native",
          "passthrough",
          "cell",
          "metadata",
          "<undo>",
          "@created",
          "<removed>",
          "@from",
          "@at",
          "@cell",
          "@text",
          "@space",
          "<added>",
          "@to",
          "<resized>",
          "@wrote",
          "@spm",
          "<changed>",
          "@index",
          "@was",
          "@now");

  @Test
  void everyNameOfTheSchemaIsInAGolden() throws IOException {
    Set<String> names = new TreeSet<>();
    for (URL grammar : Schemas.all()) {
      if (grammar.getPath().endsWith("numa.xsd") || grammar.getPath().endsWith("/spm.xsd")) {
        names.addAll(names(grammar));
      }
    }
    assertTrue(names.size() > 30, "the schema is gone");
    names.removeAll(OURS);
    names.removeAll(used(GoldenCase::document));
    assertEquals(Set.of(), names);
  }

  @Test
  void everyNameOfOursIsInATranslation() {
    Set<String> names = new TreeSet<>(OURS);
    for (int i = 0; i < GoldenTarget.ALL.size(); i++) {
      int target = i;
      names.removeAll(
          used(c -> GoldenTarget.ALL.get(target).translate(c.document()).document().orElse(null)));
    }
    assertEquals(Set.of(), names);
  }

  private static Set<String> names(URL grammar) throws IOException {
    try (var in = grammar.openStream()) {
      return Dom.all(Dom.root(in.readAllBytes()))
          .flatMap(ModelCoverageTest::name)
          .collect(Collectors.toSet());
    }
  }

  private static Stream<String> name(Element e) {
    return switch (e.getLocalName()) {
      case "element" -> Stream.of("<" + e.getAttribute("name") + ">").filter(n -> n.length() > 2);
      case "attribute" -> Stream.of("@" + e.getAttribute("name"));
      case "enumeration" -> Stream.of(e.getAttribute("value"));
      default -> Stream.empty();
    };
  }

  private static Set<String> used(Function<GoldenCase, byte[]> text) {
    return GoldenCase.all().stream()
        .filter(c -> c.targets().get(0).translate(c.document()).document().isPresent())
        .flatMap(c -> Stream.ofNullable(text.apply(c)))
        .flatMap(d -> Dom.all(Dom.root(d)))
        .flatMap(ModelCoverageTest::used)
        .collect(Collectors.toSet());
  }

  private static Stream<String> used(Element e) {
    Stream.Builder<String> used = Stream.builder();
    used.add("<" + e.getLocalName() + ">");
    for (int i = 0; i < e.getAttributes().getLength(); i++) {
      used.add("@" + e.getAttributes().item(i).getNodeName());
      used.add(e.getAttributes().item(i).getNodeValue());
    }
    return used.build();
  }
}
