package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.cli.JsonAnswer;

class DefineTest extends LiveTest {

  private static final String CELL = "<cell id='1' memory='256' unit='MiB' spm='on'/>";

  /** How a daemon is started, below what is said of one that is not there. */
  private static final String START = "        virtqemud -d, or libvirtd -d";

  private String file() {
    return host.put("d.xml", LiveDomains.withCell("d", CELL));
  }

  @Test
  void definesForThatLibvirtAndThatEmulator() {
    LiveRun run = host.virtSpm("define", file()).assertFine();
    assertEquals("Domain 'd' defined from /share/d.xml\n", run.out());
    assertEquals("", run.err());
    String xml = host.virsh("dumpxml", "--inactive", "d");
    assertTrue(xml.contains("dialect=\"sp-mem\" form=\"native\""), xml);
    assertTrue(xml.contains("value='sp-mem'"), xml);
    assertEquals("Domain 'd' is in step already\n", host.virtSpm("apply", "d").assertFine().out());
  }

  @Test
  void definedAgainWithItsUuidIsRedefined() {
    host.virtSpm("define", file()).assertFine();
    LiveRun dump = host.virtSpm("dumpxml", "--inactive", "d").assertFine();
    String changed = dump.out().replace("<vcpu placement='static'>1<", "<vcpu>1<!-- x --><");
    host.virtSpm("define", host.put("d2.xml", changed)).assertFine();
    assertEquals(dump.out(), host.virtSpm("dumpxml", "--inactive", "d").out());
  }

  @Test
  void definedAgainWithoutUuidIsTheSameDomain() {
    host.virtSpm("define", file()).assertFine();
    String uuid = host.virsh("domuuid", "d").strip();
    host.put("d.xml", LiveDomains.withCell("d", CELL.replace("256", "128")));
    LiveRun run = host.virtSpm("define", "/share/d.xml").assertFine();
    assertEquals("Domain 'd' defined from /share/d.xml\n", run.out());
    assertEquals(
        "/share/d.xml: note: it has no <uuid>, and redefines domain 'd' of " + uuid + "\n",
        run.err());
    assertEquals(uuid, host.virsh("domuuid", "d").strip());
    assertTrue(host.virtSpm("dumpxml", "d").out().contains("memory='128'"));
  }

  @Test
  void dumpxmlShowsWhatItsAuthorWrote() {
    host.virtSpm("define", file()).assertFine();
    String xml = host.virtSpm("dumpxml", "d").assertFine().out();
    assertTrue(xml.contains("      " + CELL + "\n"), xml);
    assertFalse(xml.contains("sp-mem"), xml);
    String uuid = host.virsh("domuuid", "d").strip();
    assertEquals(xml, host.virtSpm("-c", "qemu:///system", "dumpxml", uuid).out());
  }

  @Test
  void startedDomainIsDumpedLiveAndInactive() {
    host.virtSpm("define", file()).assertFine();
    host.virsh("start", "d");
    String live = host.virtSpm("dumpxml", "d").assertFine().out();
    assertTrue(live.startsWith("<domain type='qemu' id='") && live.contains(CELL), live);
    String inactive = host.virtSpm("dumpxml", "--inactive", "d").assertFine().out();
    assertTrue(inactive.startsWith("<domain type='qemu'>") && inactive.contains(CELL), inactive);
  }

  @Test
  void printShowsTheDiffAndDoesNothing() {
    LiveRun run = host.virtSpm("define", "--print", file()).assertFine();
    assertTrue(run.out().startsWith("--- /share/d.xml\n+++ /share/d.xml (translated)\n@@ "));
    assertTrue(run.out().contains("-      " + CELL + "\n"), run.out());
    assertEquals(1, host.run("virsh", "dominfo", "d").status());
  }

  @Test
  void jsonNamesTheDomain() {
    String shown = host.virtSpm("define", "--print", "--format=json", file()).assertFine().out();
    JsonNode print = JsonAnswer.read(shown).path("result");
    assertTrue(print.path("domain").isNull());
    assertTrue(print.path("diff").asText().startsWith("--- /share/d.xml\n"), shown);
    String defined = host.virtSpm("define", "--format", "json", file()).assertFine().out();
    JsonNode answer = JsonAnswer.read(defined);
    assertEquals("d", answer.path("result").path("domain").asText());
    assertEquals(List.of("ram-backed"), JsonAnswer.codes(answer));
    JsonNode note = answer.path("findings").get(0);
    assertEquals("d", note.path("domain").asText());
    assertEquals(1, note.path("node").asInt());
    assertEquals("/share/d.xml", note.path("file").asText());
    String again = host.virtSpm("define", "--format=json", file()).assertFine().out();
    assertEquals(List.of("ram-backed", "redefined"), JsonAnswer.codes(JsonAnswer.read(again)));
    LiveRun missing = host.virtSpm("show", "--format", "json", "no.xml").assertStatus(1);
    assertEquals(List.of("no-domain"), JsonAnswer.codes(JsonAnswer.read(missing.out())));
    assertTrue(missing.out().contains("there is no file and no domain 'no.xml'"), missing.out());
  }

  @Test
  void dialectCanBeGiven() {
    host.virtSpm("define", "--dialect", "sp-mem", file()).assertFine();
    LiveRun run = host.virtSpm("define", "--print", "--dialect", "memmap-type", file());
    assertTrue(run.out().contains("memmap-type=spm"), run.out());
  }

  @Test
  void createStartsATransientDomain() {
    LiveRun run = host.virtSpm("create", "--paused", file()).assertFine();
    assertEquals("Domain 'd' created from /share/d.xml\n", run.out());
    String state = host.virsh("dominfo", "d");
    assertTrue(state.matches("(?s).*State: +paused.*Persistent: +no.*"), state);
  }

  @Test
  void documentLibvirtRefusesIsNotDefined() {
    String bad = LiveDomains.withCell("d", CELL).replace("<vcpu>", "<frob/><vcpu>");
    LiveRun run = host.virtSpm("define", host.put("bad.xml", bad)).assertStatus(1);
    assertTrue(
        run.err().startsWith("virt-spm: error: libvirt did not define the domain: "), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(1, host.run("virsh", "dominfo", "d").status());
    host.virtSpm("define", "--no-validate", "/share/bad.xml").assertFine();
  }

  @Test
  void documentWeRefuseNeverReachesLibvirt() {
    String bad = LiveDomains.withCell("d", CELL.replace("256", "x"));
    LiveRun run = host.virtSpm("define", host.put("bad.xml", bad)).assertStatus(2);
    assertTrue(run.err().startsWith("/share/bad.xml:16:"), run.err());
    assertEquals(1, host.run("virsh", "dominfo", "d").status());
  }

  @Test
  void libvirtKilledInTheMiddleLeavesNothingHalfDone() {
    host.run("sh", "-c", "rm -f /share/pipe; mkfifo /share/pipe").assertFine();
    file();
    CompletableFuture<LiveRun> define =
        CompletableFuture.supplyAsync(() -> host.virtSpm("define", "/share/pipe"));
    host.run(
            "sh",
            "-c",
            "exec 3>/share/pipe; kill -KILL $(cat /run/libvirtd.pid); sleep 1; cat /share/d.xml >&3")
        .assertFine();
    LiveRun run = define.join();
    host.run("libvirtd", "-d").assertFine();
    assertEquals(1, run.status(), run.err());
    assertTrue(run.err().startsWith("virt-spm: error: "), run.err());
    assertTrue(run.err().contains("no connection to libvirt"), run.err());
    assertEquals(1, run.err().lines().count(), run.err());
    assertEquals(1, host.run("virsh", "dominfo", "d").status());
  }

  @Test
  void twoAtOnceBothSucceedOrSayWhy() {
    String uuid = "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>";
    String xml = LiveDomains.withCell("d", CELL).replace("</name>", "</name>" + uuid);
    String file = host.put("d.xml", xml);
    CompletableFuture<LiveRun> other =
        CompletableFuture.supplyAsync(() -> host.virtSpm("define", file));
    host.virtSpm("define", file).assertFine();
    other.join().assertFine();
    assertTrue(host.virtSpm("dumpxml", "d").assertFine().out().contains(CELL));
  }

  @Test
  void failuresOfTheWorldAreOneSentence() {
    assertSentence(
        "cannot connect to libvirt at qemu+unix:///system?socket=/none: Failed to connect socket"
            + " to '/none': No such file or directory\n"
            + START,
        host.virtSpm("define", "-c", "qemu+unix:///system?socket=/none", file()));
    assertSentence(
        "failed to get domain 'd': Domain not found: no domain with matching name 'd'",
        host.virtSpm("dumpxml", "d"));
    assertSentence(
        "cannot connect to libvirt: Failed to connect socket to '/none': No such file or directory\n"
            + START,
        host.virtSpmWith(
            Map.of("LIBVIRT_DEFAULT_URI", "qemu+unix:///system?socket=/none"), "dumpxml", "d"));
    assertSentence(
        "libvirt's client library libvirt.so.0 can't be loaded on this machine\n"
            + "        apt install libvirt0, or dnf install libvirt-libs",
        host.virtSpmWith(
            Map.of(
                "JAVA_TOOL_OPTIONS",
                "-Djna.nosys=true -Djna.boot.library.path=/none -Djna.nounpack=true"),
            "dumpxml",
            "d"));
  }

  private static void assertSentence(String sentence, LiveRun run) {
    assertEquals(1, run.status());
    String own = run.err().replaceAll("(?m)^Picked up .*\n", "");
    assertEquals("virt-spm: error: " + sentence + "\n", own);
    assertEquals("", run.out());
  }
}
