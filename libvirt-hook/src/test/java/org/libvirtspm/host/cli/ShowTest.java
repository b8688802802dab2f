package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.show.Topology;
import org.libvirtspm.translator.internal.xml.Document;

class ShowTest {

  private static final Path GOLDENS = Path.of("src", "test", "resources", "show");

  private static final String SAMPLE = Samples.named("two-accelerators.xml").toString();

  /** The picture stands in README.md. */
  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "svg"})
  void sampleLooksAsItDid(String format) throws IOException {
    CommandRun run = CommandRun.of("show", "--format", format, SAMPLE);
    assertEquals("", run.err());
    String shown = run.outText().replace(Version.text(), "VERSION");
    Path golden = GOLDENS.resolve("two-accelerators." + format);
    if (Boolean.getBoolean("golden.rewrite")) {
      Files.writeString(golden, shown);
    }
    assertEquals(Files.readString(golden), shown);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spm", "sp-mem"})
  void translationLooksLikeItsOrigin(String dialect) {
    String translated =
        CommandRun.of("translate", "--dialect", dialect, "--libvirt", "12.8", SAMPLE).outText();
    assertEquals(
        CommandRun.of("show", SAMPLE).outText(),
        CommandRun.withInput(translated, "show", "-").outText());
  }

  @Test
  void specialNodesAreYellowWhereThereAreColours() throws IOException {
    Document sample =
        DomainDocument.read(Files.readAllBytes(Path.of(SAMPLE))).orElseThrow().document();
    Topology topology = Topology.of(sample, new ArrayList<>());
    String coloured = ShowCommand.text(topology, true);
    List<String> yellow = coloured.lines().filter(l -> l.matches("\033\\[33m.*\033\\[0m")).toList();
    assertEquals(2, yellow.size(), coloured);
    assertTrue(yellow.stream().allMatch(line -> line.contains("special")), coloured);
    assertEquals(ShowCommand.text(topology, false), coloured.replaceAll("\033\\[\\d+m", ""));
  }

  @Test
  void coloursAreForTerminalsOfThoseWhoWantThem() {
    assertTrue(Terminal.wantsColours("/dev/pts/1", Map.of("TERM", "xterm", "NO_COLOR", "")));
    assertFalse(Terminal.wantsColours("/dev/pts/1", Map.of("TERM", "xterm", "NO_COLOR", "1")));
    assertFalse(Terminal.wantsColours("/dev/pts/1", Map.of("TERM", "dumb")));
    assertFalse(Terminal.wantsColours("/tmp/file", Map.of("TERM", "xterm")));
  }

  @Test
  void domainWithoutCellsIsOneNode() {
    String plain = "<domain type='kvm'><memory unit='GiB'>2</memory><vcpu>4</vcpu></domain>";
    String table = CommandRun.withInput(plain, "show", "-").outText();
    assertTrue(table.contains("\n 0      0-3     2 GiB    ordinary   -         -\n"), table);
  }

  @Test
  void refusedDocumentIsNotShown() {
    CommandRun run = CommandRun.withInput("<domain>", "show", "-");
    assertEquals(2, run.status());
    assertEquals("", run.outText());
    assertTrue(
        CommandRun.of("show", "--format", "png", SAMPLE)
            .err()
            .contains("there is no format 'png'"));
  }
}
