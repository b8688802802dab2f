package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.testbed.Prerequisites;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.internal.check.PassthroughRules;
import org.libvirtspm.translator.internal.check.Rules;

class ManualTest {

  @TempDir Path folder;

  static List<String> pages() {
    return Manual.names();
  }

  private static String page(String name) {
    CommandRun run = CommandRun.of("manual", name);
    assertEquals(0, run.status(), run.err());
    return run.outText();
  }

  @Test
  void everyVerbHasAPageThatTellsOfItsOptions() {
    String whole = CommandRun.of("manual").outText();
    assertTrue(whole.startsWith(".TH VIRT\\-SPM 1 "), whole);
    for (Command command : Commands.all()) {
      Usage usage = command.usage();
      assertTrue(whole.contains("\n.B virt\\-spm " + command.name() + "\n"), command.name());
      String page = page("virt-spm-" + command.name());
      assertFalse(usage.examples().isEmpty(), command.name());
      for (Option option : usage.options()) {
        String name = option.names().get(0).replace("-", "\\-");
        assertTrue(page.contains(".B " + name), name);
      }
    }
  }

  @Test
  void everyFieldAndCodeOfJsonIsDescribed() {
    StringBuilder all = new StringBuilder();
    pages().forEach(name -> all.append(page(name)));
    JsonNode schema = JsonAnswer.document();
    for (JsonNode object : schema.path("$defs")) {
      object.path("properties").fieldNames().forEachRemaining(name -> described(all, name));
    }
    schema.path("properties").fieldNames().forEachRemaining(name -> described(all, name));
    for (Code code : Code.values()) {
      described(all, code.word());
    }
  }

  /** What systemd, the shell or the session set is theirs to describe. */
  @Test
  void everyVariableThatIsReadIsDescribed() throws IOException {
    Set<String> read = new TreeSet<>();
    Pattern variable = Pattern.compile("getenv\\(\\s*\"(\\w+)\"|String OVERRIDE = \"(\\w+)\"");
    try (Stream<Path> sources = Files.walk(Path.of("src/main/java"))) {
      for (Path source : sources.filter(f -> f.toString().endsWith(".java")).toList()) {
        variable
            .matcher(Files.readString(source))
            .results()
            .forEach(m -> read.add(m.group(1) == null ? m.group(2) : m.group(1)));
      }
    }
    read.removeAll(Set.of("NOTIFY_SOCKET", "JOURNAL_STREAM", "PATH"));
    assertTrue(read.size() > 3, read.toString());
    String whole = page("virt-spm");
    read.addAll(List.of("VISUAL", "EDITOR", "VIRT_SPM_DEBUG", "JAVA_HOME", "NO_COLOR"));
    read.forEach(name -> assertTrue(whole.contains(name), name));
  }

  /** A rule's code is its class's name: one that is renamed fails here, and not its readers. */
  @Test
  void everyCodeOfDocumentsIsDescribed() {
    Set<String> codes =
        new TreeSet<>(
            Set.of(
                DaxPaths.CODE,
                "declaration",
                "document",
                "record",
                "round-trip",
                "size",
                "too-many"));
    Stream.of(
            Rules.COMMON,
            Rules.NATIVE,
            PassthroughRules.markedNodes(LibvirtVersion.UNKNOWN),
            PassthroughRules.devices(LibvirtVersion.UNKNOWN))
        .flatMap(List::stream)
        .map(rule -> rule.getClass().getSimpleName())
        .map(name -> name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT))
        .forEach(codes::add);
    assertEquals(codes, DocumentCodes.ABOUT.keySet());
    codes.forEach(code -> described(page("virt-spm"), code));
  }

  private static void described(CharSequence pages, String term) {
    String line = "\n.TP\n.B " + term.replace("-", "\\-") + "\n";
    assertTrue(pages.toString().contains(line), term);
  }

  @ParameterizedTest
  @MethodSource("pages")
  void everyLineIsTextOrAKnownMacro(String name) {
    for (String line : page(name).lines().toList()) {
      boolean text = !line.startsWith(".") && !line.startsWith("'");
      assertTrue(text || line.matches("\\.(TH|SH|SS|PP|TP|B|BR|EX|EE|RS|RE)( .*)?"), line);
      assertFalse(line.isEmpty(), "an empty line");
      assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 127), line);
    }
  }

  @Test
  void mandocFindsNothing() throws Exception {
    CommandRun run = CommandRun.of("manual", "-o", folder.toString());
    assertEquals(0, run.status(), run.err());
    try (var files = Files.list(folder)) {
      assertEquals(pages().size(), files.count());
    }
    // The pages have no date: the same release gives the same bytes.
    String lint = "mandoc -T lint -W warning *.[15] | grep -v 'missing date'";
    Prerequisites.require(run("command -v mandoc").isPresent(), "mandoc is not here: install it");
    assertEquals("", run(lint + " || :").orElseThrow());
  }

  /** What a shell in the folder prints; empty if it fails. */
  private Optional<String> run(String command) throws IOException, InterruptedException {
    Process shell =
        new ProcessBuilder("sh", "-c", command)
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    String said = new String(shell.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return shell.waitFor() == 0 ? Optional.of(said) : Optional.empty();
  }

  /** A stand-in for man tells of its arguments and its input, and ends with the given status. */
  @ParameterizedTest
  @CsvSource({"0, 0, -l - .TH VIRT", "16, 1, -l - .TH VIRT", ", 0, .TH VIRT"})
  void terminalIsForMan(String ofMan, int status, String shown) throws Exception {
    if (ofMan != null) {
      String script = "#!/bin/sh\nread -r line\necho \"$*\" \"$line\"\nexit " + ofMan + "\n";
      Path man = Files.writeString(folder.resolve("man"), script);
      assertTrue(man.toFile().setExecutable(true));
    }
    TerminalRun run = TerminalRun.of(folder, Map.of("PATH", folder.toString()), "manual");
    assertEquals(status, run.status(), run.shown());
    assertTrue(run.shown().startsWith(shown), run.shown());
  }

  @Test
  void verbNamesItsPage() {
    assertEquals(
        CommandRun.of("manual", "virt-spm-edit").outText(),
        CommandRun.of("manual", "edit").outText());
  }

  @Test
  void unknownPagesAreWrongUsage() {
    assertEquals(
        "virt-spm manual: there is no page 'virt-spm-tranlate'; did you mean 'virt-spm-translate'?"
            + "\nTry 'virt-spm manual --help'\n",
        CommandRun.of("manual", "virt-spm-tranlate").err());
    assertTrue(CommandRun.of("manual", "tranlate").err().contains("did you mean 'translate'?"));
    assertEquals(2, CommandRun.of("manual", "-o", folder.resolve("no").toString()).status());
  }

  @Test
  void otherShellsAreWrongUsage() {
    assertEquals(
        "virt-spm completion: name the shell: bash\nTry 'virt-spm completion --help'\n",
        CommandRun.of("completion", "fish").err());
  }
}
