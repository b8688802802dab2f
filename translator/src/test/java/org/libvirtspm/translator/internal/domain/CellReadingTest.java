package org.libvirtspm.translator.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import net.jqwik.api.Arbitraries;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.Combinators;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** JAXB and the elements themselves say the same of every cell. */
class CellReadingTest {

  private static final Path GOLDEN = Path.of("src/test/resources/golden");

  private record Reading(List<Problem> problems, List<Cell> cells) {

    static Reading of(String text, CellReading way) throws MalformedException {
      Document document = DocumentReader.read(new SourceText(text));
      Problems problems = new Problems(document.text());
      Domain domain = DomainReader.read(document, problems, way);
      return new Reading(problems.list(), domain.cells().stream().map(Reading::alone).toList());
    }

    /** A cell without the elements it was read from, which are others each time. */
    private static Cell alone(Cell c) {
      return new Cell(
          c.id(),
          c.sizeKib(),
          c.cpus(),
          c.access(),
          c.discard(),
          c.distances(),
          c.caches(),
          c.source(),
          c.spm(),
          null,
          Optional.empty());
    }
  }

  private static int compare(String text) {
    try {
      Reading bound = Reading.of(text, CellReading.BOUND);
      assertEquals(bound, Reading.of(text, CellReading.DIRECT), text);
      return bound.cells().size();
    } catch (MalformedException e) {
      return 0;
    }
  }

  @Test
  void goldenDocumentsReadTheSame() throws IOException {
    List<Path> documents = new ArrayList<>();
    try (Stream<Path> files = Files.walk(GOLDEN)) {
      files.filter(f -> f.toString().endsWith(".xml")).forEach(documents::add);
    }
    int cells = 0;
    for (Path document : documents) {
      cells += compare(new String(Files.readAllBytes(document), StandardCharsets.UTF_8));
    }
    assertTrue(cells > documents.size(), cells + " cells in " + documents.size() + " documents");
  }

  @Property(tries = 500, seed = "20261122")
  void oddWaysToWriteReadTheSame(@ForAll("cells") String cell) {
    String inPlace =
        "<domain><cpu><numa><cell id='0' memory='1'/>" + cell + "</numa></cpu></domain>";
    compare(inPlace);
    compare(
        "<domain><metadata><s:numa xmlns:s='"
            + Declaration.NAMESPACE
            + "'>"
            + cell.replaceAll("<(/?)([a-z])", "<$1s:$2")
            + "</s:numa></metadata></domain>");
  }

  @Provide
  Arbitrary<String> cells() {
    Arbitrary<String> source =
        parts(
                "<path>/dev/dax0.0</path>",
                "<path> /a b\t</path>",
                "<path>/a<!-- or --><![CDATA[<&]]>&#x62;\n</path>",
                "<alignsize unit='MiB'> 2\n</alignsize>",
                "<alignsize>+2048</alignsize>",
                "<alignsize unit='g'>1</alignsize>",
                "<pagesize unit=''>2048</pagesize>",
                "<pagesize unit=' KiB'>0002048</pagesize>",
                "<nodemask> 0-3,^2 </nodemask>",
                "<nodemask>1</nodemask>")
            .map(all -> "<source>" + all + "</source>");
    Arbitrary<String> others =
        parts(
            "<distances><sibling id='0' value='20'/> <sibling id=' 1' value='010'/></distances>",
            "<distances><sibling id='0' value='30'><!-- far --></sibling></distances>",
            "<cache level='1' associativity='direct' policy='writeback'><size value='8'/>"
                + "<line value=' 64 ' unit='B'/></cache>",
            "<cache policy='none' level='3' associativity='full'><line value='0'/>"
                + "<size unit='KiB' value='4294967295'/></cache>",
            "<!-- nothing -->");
    return Combinators.combine(source.injectNull(0.2), others)
        .as((s, o) -> "<cell id='1' memory='1' spm='on'>" + (s == null ? "" : s) + o + "</cell>");
  }

  private static Arbitrary<String> parts(String... parts) {
    return Arbitraries.of(parts).set().ofMaxSize(3).map(all -> String.join("\n ", all));
  }
}
