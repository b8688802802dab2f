package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.cli.JsonAnswer;

class DoctorTest extends LiveTest {

  @Test
  void domainThatCanStartHasNoErrors() {
    host.put("c.xml", LiveDomains.withCell("c", LiveDomains.ramCell()));
    LiveRun file = host.virtSpm("check", "/share/c.xml").assertFine();
    assertTrue(file.out().contains("note: the file is not translated\n"), file.out());
    host.virtSpm("define", "/share/c.xml").assertFine();
    String out = host.virtSpm("check", "c").assertFine().out();
    assertTrue(out.contains("ok: the translation is in step"), out);
    assertTrue(out.contains("note: node 1: its memory is ordinary RAM of the host\n"), out);
    assertTrue(out.matches("(?s).*ok: the emulator \\S+ is QEMU [0-9.]+ and speaks sp-mem\n.*"));
    assertTrue(out.matches("(?s).*ok: the firmware \\S+ is of ovmf\\S* 2026.*"), out);
    assertTrue(out.matches("(?s).*ok: libvirt [0-9.]+ gets it in dialect sp-mem, native form.*"));
    assertFalse(out.contains("error"), out);
  }

  @Test
  void whatKeepsADomainFromStartingIsFound() {
    host.run("truncate", "-s", "256M", "/share/memory").assertFine();
    String cell = LiveDomains.fileCell("/share/memory");
    host.virtSpm("define", host.put("o.xml", LiveDomains.withCell("other", cell))).assertFine();
    host.virsh("start", "--paused", "other");
    host.put("c.xml", LiveDomains.withMetadata("c", cell));
    host.virsh("define", "/share/c.xml");
    LiveRun run = host.virtSpm("check", "c").assertStatus(1);
    assertTrue(run.out().contains("error: the domain's translation is not in step"), run.out());
    assertTrue(
        run.out().contains("/share/memory is also memory of domain other (running)\n"), run.out());
    JsonNode json =
        JsonAnswer.read(host.virtSpm("check", "--format", "json", "c").assertStatus(1).out());
    JsonNode finding = json.path("findings").get(0);
    assertEquals("translation", finding.path("code").asText());
    assertEquals("c", finding.path("domain").asText());
    assertEquals("virt-spm apply c", finding.path("remedy").asText());
    assertFalse(json.path("result").path("inStep").asBoolean());
    assertTrue(json.path("findings").findValuesAsText("node").contains("1"), json.toPrettyString());
  }

  @Test
  void missingDaxDeviceIsFound() {
    String cell = LiveDomains.fileCell("/dev/dax7.0");
    LiveRun run =
        host.virtSpm("check", host.put("c.xml", LiveDomains.withCell("c", cell))).assertStatus(1);
    assertTrue(run.out().contains("error: node 1: the kernel knows no device /dev/dax7.0\n"));
  }

  @Test
  void refusedDocumentIsRefused() {
    String bad = LiveDomains.withCell("c", LiveDomains.ramCell().replace("'256'", "'x'"));
    LiveRun run = host.virtSpm("check", host.put("c.xml", bad)).assertStatus(2);
    assertTrue(run.err().startsWith("/share/c.xml:16:"), run.err());
  }

  @Test
  void nameThatIsNoneIsSaidToBeNone() {
    LiveRun run = host.virtSpm("check", "missing.xml").assertStatus(1);
    assertEquals("virt-spm: error: there is no file and no domain 'missing.xml'\n", run.err());
    LiveRun empty = host.virtSpm("check", host.put("c.xml", "")).assertStatus(2);
    assertEquals("/share/c.xml:1:1: error: the document is empty\n", empty.err());
  }

  /** Commands there run in the root folder. */
  @Test
  void nameOfADomainAndAFileIsRefused() {
    host.put("c.xml", LiveDomains.withCell("c", LiveDomains.ramCell()));
    host.run("cp", "/share/c.xml", "/c").assertFine();
    try {
      host.virtSpm("check", "c").assertFine();
      host.virtSpm("define", "/share/c.xml").assertFine();
      LiveRun run = host.virtSpm("check", "c").assertStatus(2);
      assertTrue(run.err().contains("'c' is a domain and a file: write ./c, or the domain's UUID"));
      host.virtSpm("check", "./c").assertFine();
    } finally {
      host.run("rm", "/c");
    }
  }

  @Test
  void doctorLooksAtTheHost() {
    LiveRun run = host.virtSpm("doctor");
    String out = run.out();
    run.assertStatus(out.contains("\nwarning: ") ? 3 : 0);
    assertTrue(
        out.matches(
            "(?s)ok: this is virt-spm [^,]+, (neither a checkout nor installed: its classes are in"
                + " /share/virt-spm|installed by the package libvirt-spm [^\n]+)\nok: libvirt [0-9.]+ answers at qemu:///system\n.*"),
        out);
    assertTrue(out.contains("speaks sp-mem\n"), out);
    assertTrue(out.contains("and passes the mark on\n"), out);
    assertTrue(out.contains("note: the hook is not installed\n"), out);
    assertTrue(out.contains("note: the watcher is not running\n"), out);
  }

  /** libvirt's test driver is of no host, and needs no daemon. */
  @Test
  void anotherHostIsNotTakenForThisOne() {
    String out = host.virtSpm("doctor", "-c", "test:///default").assertFine().out();
    assertTrue(
        out.contains(
            "note: test:///default is not this host: emulators, firmware, hook, watcher and dax"
                + " devices are not looked at\n"),
        out);
    assertFalse(out.contains("OVMF"), out);
    LiveRun devices = host.virtSpm("devices", "-c", "test:///default").assertFine();
    assertTrue(devices.err().contains("test:///default is another"), devices.err());
  }

  @Test
  void doctorWithoutLibvirtSaysSoAndGoesOn() {
    LiveRun run = host.virtSpm("doctor", "-c", "qemu+unix:///system?socket=/none");
    run.assertStatus(1);
    assertTrue(run.out().contains("\nerror: cannot connect to libvirt at "), run.out());
    assertTrue(run.out().contains("speaks sp-mem\n"), run.out());
    assertEquals("", run.err());
  }

  @Test
  void devicesAreATableOrJson() {
    String table = host.virtSpm("devices").assertFine().out();
    assertTrue(table.startsWith(" Device "), table);
    String json = host.virtSpm("devices", "--format", "json").assertFine().out();
    assertTrue(JsonAnswer.read(json).path("result").path("devices").isArray(), json);
  }
}
