package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.cli.JsonAnswer;

/** Attach and detach, on a libvirt that runs. */
class AttachTest extends LiveTest {

  private static final String FILE = "/share/spm.mem";

  /** What is said of a second node. */
  private static final String NO_LATENCY =
      "cell 2: without <interconnects> Linux makes one dax device of all SPM cells, on node 1:"
          + " give each cell a latency";

  /** Defines a domain without NUMA nodes, and gives its definition. */
  private String define() {
    return define(LiveDomains.withoutNuma("d"));
  }

  private String define(String xml) {
    host.virsh("define", host.put("d.xml", xml));
    return definition();
  }

  private String definition() {
    return host.virsh("dumpxml", "--inactive", "d");
  }

  private void attach(String sentence, String... options) {
    assertSays(sentence, run("attach", options));
  }

  /** Attaches a second node, of which there is a warning. */
  private void attachSecond(String sentence, String... options) {
    LiveRun run = run("attach", options).assertFine();
    assertEquals("Domain 'd' " + sentence + "\n", run.out());
    String warning = "d:\\d+:\\d+: warning: \\Q" + NO_LATENCY + "\\E\n";
    assertTrue(run.err().matches("(?s)" + warning + "(?!.*\nd:).*"), run.err());
  }

  private void detach(String sentence, String... options) {
    assertSays(sentence, run("detach", options));
  }

  /** Runs a command on the domain. */
  private LiveRun run(String verb, String... options) {
    return host.virtSpm(
        Stream.of(Stream.of(verb), Stream.of(options), Stream.of("d"))
            .flatMap(words -> words)
            .toArray(String[]::new));
  }

  private static void assertSays(String sentence, LiveRun run) {
    run.assertFine();
    assertEquals("", run.err());
    assertEquals("Domain 'd' " + sentence + "\n", run.out());
  }

  @Test
  void domainWithoutNumaBecomesNodeZero() {
    String before = define();
    attach("has node 1 (256 MiB)", "--memory", "256MiB");
    String xml = definition();
    assertTrue(xml.contains("<cell id='0' cpus='0' memory='524288' unit='KiB'"), xml);
    assertTrue(xml.contains("value='sp-mem'"), xml);
    host.virsh("start", "--paused", "d");
    host.virsh("destroy", "d");
    String attached = definition();
    assertDiff(run("detach", "--print", "--all").assertFine(), "-", "value='sp-mem'");
    assertEquals(attached, definition());
    detach("declares no Specific Purpose Memory any more", "--all");
    assertEquals(before, definition());
  }

  @Test
  void printShowsTheDiffAndDoesNothing() {
    String before = define();
    assertDiff(run("attach", "--print", "--memory", "256MiB").assertFine(), "+", "value='sp-mem'");
    assertEquals(before, definition());
  }

  @Test
  void answersInJson() {
    define();
    JsonNode print = json("attach", "--print", "--memory", "256MiB");
    assertTrue(print.path("diff").asText().startsWith("--- d\n"), print.toString());
    assertTrue(print.path("domain").isNull());
    assertEquals("d", json("attach", "--memory", "256MiB").path("domain").asText());
    String xml = json("dumpxml").path("xml").asText();
    assertEquals(host.virtSpm("dumpxml", "d").assertFine().out(), xml);
    assertTrue(json("detach", "--all").path("diff").isNull());
  }

  private JsonNode json(String verb, String... options) {
    List<String> all = new ArrayList<>(List.of("--format", "json"));
    all.addAll(List.of(options));
    return JsonAnswer.read(run(verb, all.toArray(String[]::new)).assertFine().out()).path("result");
  }

  private static void assertDiff(LiveRun run, String sign, String part) {
    assertTrue(run.out().startsWith("--- d\n+++ d (translated)\n@@ "), run.out());
    assertTrue(
        run.out().lines().anyMatch(line -> line.startsWith(sign) && line.contains(part)),
        run.out());
    assertEquals("", run.err());
  }

  @Test
  void secondNodeIsTakenAwayByItsNumberOrPath() {
    String none = define();
    attach("has node 1 (256 MiB)", "--memory", "256MiB");
    String one = definition();
    attachSecond(
        "has node 2 (128 MiB)", "--memory", "128 MiB", "--path", FILE, "--alignsize", "2M");
    String two = definition();
    assertTrue(two.contains(FILE), two);
    detach("declares node 1 (256 MiB) now", "--path", FILE);
    assertEquals(one, definition());
    detach("declares no Specific Purpose Memory any more", "--cell", "1");
    assertEquals(none, definition());
  }

  @Test
  void nodesThatADomainHasAreKept() {
    String before = define(LiveDomains.withCell("d", "<cell id='1' memory='256' unit='MiB'/>"));
    String taken = "Domain 'd' has a node 1 already; leave --cell out, or name another";
    assertFails(taken, run("attach", "--memory", "256MiB", "--cell", "1"));
    assertRefused("there is no cell 2", run("attach", "--memory", "256MiB", "--cell", "7"));
    assertEquals(before, definition());
    attach("has node 2 (256 MiB)", "--config", "--memory", "256MiB", "--cell", "2");
    detach("declares no Specific Purpose Memory any more", "--all");
    assertEquals(before, definition());
  }

  @Test
  void domainOfExtendedXmlGetsTheNodeAmongItsCells() {
    host.put("d.xml", LiveDomains.withCell("d", LiveDomains.ramCell()));
    host.virtSpm("define", "/share/d.xml").assertFine();
    String before = definition();
    attachSecond("has node 2 (128 MiB)", "--memory", "128MiB");
    String extended = host.virtSpm("dumpxml", "d").assertFine().out();
    assertTrue(extended.contains("<cell id='2' memory='128' unit='MiB' spm='on'/>"), extended);
    detach("declares node 1 (256 MiB) now", "--cell", "2");
    assertEquals(before, definition());
  }

  @Test
  void warningThatTheDefinitionHadIsNotSaidAgain() {
    define();
    attach("has node 1 (128 MiB)", "--memory", "128MiB");
    attachSecond("has node 2 (128 MiB)", "--memory", "128MiB");
    attach("has node 3 (128 MiB)", "--memory", "128MiB");
    assertFails(
        "Domain 'd' declares no Specific Purpose Memory as node 7; it does as nodes 1 and 2 and 3",
        run("detach", "--cell", "7"));
    detach("declares node 1 (128 MiB), node 2 (128 MiB) now", "--cell", "3");
  }

  @Test
  void pathIsGivenOnce() {
    define();
    attach("has node 1 (128 MiB)", "--memory", "128MiB", "--path", FILE);
    String before = definition();
    assertRefused(FILE, run("attach", "--memory", "128MiB", "--path", FILE));
    assertEquals(before, definition());
  }

  @Test
  void sizeOfADeviceThatIsNotThereIsToBeSaid() {
    define();
    LiveRun run = run("attach", "--path", "/dev/dax9.0").assertStatus(2);
    assertEquals(
        "virt-spm attach: '/dev/dax9.0' is none of this host's dax devices, which virt-spm"
            + " devices lists; say how much with --memory\nTry 'virt-spm attach --help'\n",
        run.err());
    assertEquals("", run.out());
  }

  @Test
  void deviceThatIsNotThereIsWarnedOf() {
    define();
    LiveRun run = run("attach", "--memory", "256MiB", "--path", "/dev/dax9.0").assertFine();
    assertEquals("Domain 'd' has node 1 (256 MiB)\n", run.out());
    assertEquals(
        """
        virt-spm: warning: the kernel knows no device /dev/dax9.0
                QEMU can't open what is not there
                virt-spm devices shows those there are; daxctl create-device makes one
        """,
        run.err());
  }

  @Test
  void unitOfThousandsIsAskedAbout() {
    String before = define();
    LiveRun run = run("attach", "--memory", "16GB").assertStatus(2);
    assertEquals(
        """
        virt-spm attach: --memory '16GB' is no whole number of MiB; did you mean '16GiB'?
        Try 'virt-spm attach --help'
        """,
        run.err());
    assertEquals(before, definition());
  }

  @Test
  void nodeOfLessThanLibvirtMakesIsRefused() {
    String before = define();
    assertRefused("is less than 1 MiB", run("attach", "--memory", "512KiB"));
    assertEquals(before, definition());
  }

  /** One error, with the line that it is about. */
  private static void assertRefused(String part, LiveRun run) {
    run.assertStatus(2);
    List<String> errors = run.err().lines().filter(line -> line.contains(": error: ")).toList();
    assertEquals(1, errors.size(), run.err());
    assertTrue(errors.get(0).matches("d:\\d+:\\d+: error: .*"), run.err());
    assertTrue(errors.get(0).contains(part), run.err());
    assertEquals("", run.out());
  }

  @Test
  void nodeThatIsNotThereCannotGo() {
    define();
    assertFails("Domain 'd' declares no Specific Purpose Memory", run("detach", "--all"));
    attach("has node 1 (256 MiB)", "--memory", "256MiB");
    String attached = definition();
    assertFails(
        "Domain 'd' declares no Specific Purpose Memory as node 2; it does as node 1",
        run("detach", "--cell", "2"));
    assertFails(
        "Domain 'd' declares no Specific Purpose Memory at '" + FILE + "'; it does as node 1",
        run("detach", "--path", FILE));
    assertEquals(attached, definition());
  }

  @Test
  void unknownDomainIsAFailure() {
    String sentence =
        "failed to get domain 'd': Domain not found: no domain with matching name 'd'";
    assertFails(sentence, run("attach", "--memory", "256MiB"));
    assertFails(sentence, run("detach", "--all"));
  }

  private static void assertFails(String sentence, LiveRun run) {
    run.assertStatus(1);
    assertEquals("virt-spm: error: " + sentence + "\n", run.err());
    assertEquals("", run.out());
  }

  @Test
  void runningDomainFollowsAtItsNextStart() {
    String before = define();
    host.virsh("start", "--paused", "d");
    String live = host.virsh("dumpxml", "d");
    attach("has node 1 (256 MiB), at its next start", "--memory", "256MiB");
    assertEquals(live, host.virsh("dumpxml", "d"));
    assertTrue(definition().contains("value='sp-mem'"));
    detach("declares no Specific Purpose Memory any more, at its next start", "--all");
    assertEquals(before, definition());
    assertEquals(live, host.virsh("dumpxml", "d"));
  }

  @Test
  void transientDomainHasNoDefinition() {
    host.virsh("create", "--paused", host.put("d.xml", LiveDomains.withoutNuma("d")));
    String sentence = "Domain 'd' is transient: it has no definition to change";
    assertFails(sentence, run("attach", "--memory", "256MiB"));
    assertFails(sentence, run("detach", "--all"));
  }
}
