package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EnvelopeTest {

  private static final String SAMPLE = Samples.named("two-accelerators.xml").toString();

  @TempDir Path folder;

  /** All of standard output is one object, and nothing is on standard error. */
  private static JsonNode run(int status, String... args) {
    CommandRun run = CommandRun.of(args);
    assertEquals("", run.err());
    assertEquals(status, run.status(), run.outText());
    JsonNode answer = JsonAnswer.read(run.outText());
    assertEquals(status, answer.path("exitStatus").asInt());
    assertEquals(args[0], answer.path("verb").asText());
    return answer;
  }

  private static JsonNode finding(JsonNode answer) {
    assertEquals(1, answer.path("findings").size(), answer.toString());
    return answer.path("findings").get(0);
  }

  @Test
  void validateTellsWhatIsWrongAndWhere() throws Exception {
    Path bad = folder.resolve("bad.xml");
    Files.writeString(bad, Files.readString(Path.of(SAMPLE)).replaceFirst("spm='on'", "spm='yes'"));
    JsonNode answer = run(2, "validate", "--format", "json", SAMPLE, bad.toString());
    JsonNode finding = finding(answer);
    assertEquals("error", finding.path("level").asText());
    assertEquals(bad.toString(), finding.path("file").asText());
    assertTrue(finding.path("line").asInt() > 1, finding.toString());
    assertEquals("write spm='on' for special memory", finding.path("remedy").asText());
    assertEquals("two-accelerators", finding.path("domain").asText());
    assertEquals(1, finding.path("node").asInt(), finding.toString());
    JsonNode documents = answer.path("result").path("documents");
    assertEquals(List.of("fine", "refused"), documents.findValuesAsText("outcome"));
    assertTrue(documents.get(0).path("declaresSpm").asBoolean());
    assertTrue(documents.get(1).path("declaresSpm").isNull());
  }

  @Test
  void remedyOfADocumentIsAFieldOfItsOwn() throws Exception {
    Path bad = folder.resolve("bad.xml");
    Files.writeString(bad, Files.readString(Path.of(SAMPLE)).replaceFirst("spm='on'", "smp='on'"));
    JsonNode finding = run(2, "validate", "--format", "json", bad.toString()).at("/findings/0");
    assertEquals("'smp' is no attribute of a cell", finding.path("message").asText());
    assertEquals("did you mean spm='on'?", finding.path("remedy").asText());
    assertEquals(
        "'smp' is no attribute of a cell: did you mean spm='on'?",
        CommandRun.of("validate", bad.toString())
            .err()
            .lines()
            .findFirst()
            .orElseThrow()
            .replaceFirst(".*error: ", ""));
  }

  @Test
  void wayAroundASilentEmulatorIsARemedy() {
    String[] line = {"translate", "--format", "json", "--emulator", "/bin/true", SAMPLE};
    JsonNode finding = run(1, line).at("/findings/0");
    assertEquals("emulator-answer", finding.path("code").asText());
    assertFalse(finding.path("message").asText().contains("--dialect"), finding.toString());
    assertEquals("name the dialect with --dialect", finding.path("remedy").asText());
  }

  @Test
  void documentWithoutSpmHasAFindingOfItsOwn() throws Exception {
    Path plain = Files.writeString(folder.resolve("plain.xml"), "<domain/>");
    JsonNode answer = run(0, "validate", "--format=json", plain.toString());
    assertEquals("no-spm", finding(answer).path("code").asText());
    assertTrue(finding(answer).path("domain").isNull());
  }

  @ParameterizedTest
  @ValueSource(strings = {"translate --dialect spm --libvirt 12.8", "untranslate"})
  void resultIsAFieldOrAFile(String command) {
    String text = CommandRun.of((command + " " + SAMPLE).split(" ")).outText();
    String json = command + " --format json " + SAMPLE;
    assertEquals(text, document(json).path("xml").asText());
    assertTrue(document(json + " -o " + folder).path("xml").isNull());
    assertTrue(Files.exists(folder.resolve("two-accelerators.xml")));
  }

  private static JsonNode document(String commandLine) {
    return run(0, commandLine.split(" ")).path("result").path("documents").get(0);
  }

  @Test
  void wrongCommandLineIsAFinding() {
    JsonNode finding = finding(run(2, "list", "--format", "json", "--conect", "x"));
    assertEquals("usage", finding.path("code").asText());
    assertEquals("virt-spm list --help", finding.path("remedy").asText());
    assertTrue(finding.path("message").asText().contains("did you mean '--connect'?"));
    assertEquals("usage", finding(run(2, "show", "--format=json")).path("code").asText());
  }

  @Test
  void fileThatIsNotThereIsAFinding() {
    String missing = folder.resolve("missing.xml").toString();
    for (String verb : List.of("validate", "translate", "show")) {
      JsonNode finding = finding(run(1, verb, "--format", "json", missing));
      assertEquals("failure", finding.path("code").asText());
      assertEquals(verb.equals("show"), finding.path("file").isNull());
      assertEquals(
          "cannot read " + missing + ": no such file or directory",
          finding.path("message").asText());
    }
  }

  @Test
  void libvirtThatDoesNotAnswerIsAFinding() {
    String uri = "qemu+unix:///system?socket=" + folder.resolve("no");
    for (String verb : List.of("list", "check", "apply")) {
      List<String> args = new ArrayList<>(List.of(verb, "-c", uri, "--format", "json"));
      if (!verb.equals("list")) {
        args.add("guest");
      }
      JsonNode answer = run(1, args.toArray(String[]::new));
      assertEquals("libvirt", finding(answer).path("code").asText());
      assertTrue(answer.path("result").isNull());
    }
    assertEquals(
        "libvirt-uri",
        finding(run(2, "list", "-c", "qemu+frob:///x", "--format", "json")).path("code").asText());
  }

  @Test
  void hostIsToldAsItIs() {
    String uri = "qemu+unix:///system?socket=" + folder.resolve("no");
    JsonNode doctor = run(1, "doctor", "-c", uri, "--format", "json");
    assertTrue(JsonAnswer.codes(doctor).containsAll(List.of("libvirt", "kvm", "firmware")));
    JsonNode program = doctor.path("result").path("program");
    assertEquals("checkout", program.path("kind").asText());
    assertTrue(
        Files.exists(Path.of(program.path("path").asText()).resolve("virt-spm")),
        program.toString());
    JsonNode devices = run(0, "devices", "-c", uri, "--format", "json");
    assertEquals("warning", finding(devices).path("level").asText());
    JsonNode hook = run(1, "hook", "status", "--hooks-dir", folder.toString(), "--format=json");
    assertFalse(hook.path("result").path("works").asBoolean());
    assertEquals("hook", finding(hook).path("code").asText());
    JsonNode probe = run(1, "probe", "--format", "json", "--no-cache", "/bin/false");
    assertEquals("emulator-answer", finding(probe).path("code").asText());
  }

  @Test
  void hostThatDoesNotAnswerIsNotTakenForThisOne() {
    String uri = "qemu+tcp://127.0.0.1:1/system";
    JsonNode doctor = run(1, "doctor", "-c", uri, "--format", "json");
    assertEquals(List.of("program", "libvirt", "other-host"), JsonAnswer.codes(doctor));
    assertTrue(doctor.path("result").path("devices").isNull(), doctor.toString());
    JsonNode devices = finding(run(0, "devices", "-c", uri, "--format", "json"));
    assertTrue(
        devices.path("message").asText().startsWith("the devices are those of this host, and"),
        devices.toString());
  }

  @Test
  void missingEmulatorIsToldWithWhereItWasLookedFor() {
    JsonNode name = finding(run(1, "probe", "--format", "json", "nosuch"));
    assertEquals("emulator", name.path("code").asText());
    assertEquals(
        "there is no emulator nosuch in the current folder or on the PATH, "
            + System.getenv("PATH"),
        name.path("message").asText());
    assertTrue(name.path("remedy").asText().contains("name the path of a QEMU"), name.toString());
    JsonNode file = finding(run(1, "probe", "--format", "json", "/nosuch/qemu"));
    assertEquals("there is no emulator /nosuch/qemu", file.path("message").asText());
  }

  @Test
  void helpStaysHelp() {
    CommandRun help = CommandRun.of("list", "--format", "json", "--help");
    assertTrue(help.outText().startsWith("usage: "), help.outText());
  }

  /** Each verb with the option is one whose result the schema describes. */
  @Test
  void everyVerbWithTheOptionIsInTheSchema() {
    List<String> described = JsonAnswer.verbs();
    List<String> verbs =
        Commands.all().stream()
            .filter(c -> c.usage().option("--format").isPresent())
            .map(Command::name)
            .toList();
    assertEquals(verbs.stream().sorted().toList(), described.stream().sorted().toList());
  }
}
