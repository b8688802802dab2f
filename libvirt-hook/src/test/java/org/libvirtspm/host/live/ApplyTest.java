package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.cli.JsonAnswer;

class ApplyTest extends LiveTest {

  /** Somebody who knows only virsh defines a domain. */
  private void defineByVirsh() {
    host.put("m.xml", LiveDomains.withMetadata("m", LiveDomains.ramCell()));
    host.virsh("define", "/share/m.xml");
  }

  @Test
  void declarationIsTranslatedOnce() {
    defineByVirsh();
    assertEquals(
        "Domain 'm' translated: node 1 (256 MiB) in dialect sp-mem, native form\n",
        host.virtSpm("apply", "m").assertFine().out());
    String xml = host.virsh("dumpxml", "--inactive", "m");
    assertTrue(xml.contains("value='sp-mem'"), xml);
    assertEquals("Domain 'm' is in step already\n", host.virtSpm("apply", "m").assertFine().out());
    assertEquals(xml, host.virsh("dumpxml", "--inactive", "m"));
  }

  @Test
  void printOnlyShows() {
    defineByVirsh();
    String before = host.virsh("dumpxml", "--inactive", "m");
    String out = host.virtSpm("apply", "--print", "m").assertFine().out();
    assertTrue(out.startsWith("--- m\n+++ m (translated)\n"), out);
    assertEquals(before, host.virsh("dumpxml", "--inactive", "m"));
  }

  /** libvirt's quotes, units and addresses are no changes. */
  @Test
  void printShowsOnlyWhatChanges() {
    defineByVirsh();
    host.virtSpm("apply", "m").assertFine();
    String xml = host.virsh("dumpxml", "--inactive", "m");
    host.put("m.xml", xml.replace("memory=\"256\"", "memory=\"128\""));
    host.virsh("define", "/share/m.xml");
    String added =
        host.virtSpm("apply", "--print", "m")
            .assertFine()
            .out()
            .lines()
            .filter(line -> line.matches("\\+[^+].*"))
            .map(line -> line.substring(1).strip())
            .collect(Collectors.joining("\n"));
    assertEquals(
        """
        <resized wrote='655360' spm='131072'>
        <maxMemory slots='1' unit='KiB'>655360</maxMemory>
        <size unit='KiB'>131072</size>""",
        added);
  }

  @Test
  void changedDeclarationAndOtherDialectAreAppliedAgain() {
    defineByVirsh();
    host.virtSpm("apply", "m").assertFine();
    String xml = host.virsh("dumpxml", "--inactive", "m");
    host.put("m.xml", xml.replace("memory=\"256\"", "memory=\"128\""));
    host.virsh("define", "/share/m.xml");
    assertEquals(
        "Domain 'm' translated: node 1 (128 MiB) in dialect sp-mem, native form\n",
        host.virtSpm("apply", "--all").assertFine().out());
    assertTrue(host.virsh("dumpxml", "--inactive", "m").contains("<size unit='KiB'>131072</size>"));
    assertEquals(
        "Domain 'm' translated: node 1 (128 MiB) in dialect memmap-type, passthrough form"
            + " (was dialect sp-mem, native form)\n",
        host.virtSpm("apply", "--dialect", "memmap-type", "m").assertFine().out());
  }

  @Test
  void allTouchesNoOtherDomain() {
    host.put("p.xml", LiveDomains.withCell("plain", ""));
    host.virsh("define", "/share/p.xml");
    String before = host.virsh("dumpxml", "--inactive", "plain");
    defineByVirsh();
    host.virtSpm("apply", "--all").assertFine();
    assertEquals("", host.virtSpm("apply", "--all").assertFine().out());
    assertEquals(before, host.virsh("dumpxml", "--inactive", "plain"));
    assertEquals(
        "Domain 'plain' declares no Specific Purpose Memory\n",
        host.virtSpm("apply", "plain").assertFine().out());
  }

  @Test
  void whatCannotBeTranslatedIsRefusedAndLeftAlone() {
    String bad = LiveDomains.ramCell().replace("'256'", "'x'");
    host.put("m.xml", LiveDomains.withMetadata("m", bad));
    host.virsh("define", "/share/m.xml");
    String before = host.virsh("dumpxml", "--inactive", "m");
    LiveRun run = host.virtSpm("apply", "m").assertStatus(2);
    assertTrue(run.err().startsWith("virt-spm: error: Domain 'm' can't be translated: "));
    assertEquals(before, host.virsh("dumpxml", "--inactive", "m"));
  }

  @Test
  void listTellsWhatIsInStep() {
    host.put("p.xml", LiveDomains.withCell("plain", ""));
    host.virsh("define", "/share/p.xml");
    defineByVirsh();
    assertEquals("m shut off 1 256 MiB RAM - - no", onlyRow());
    host.virsh("start", "--paused", "m");
    host.virtSpm("apply", "m").assertFine();
    assertEquals("m paused 1 256 MiB RAM sp-mem native at next start", onlyRow());
    host.virsh("destroy", "m");
    assertEquals("m shut off 1 256 MiB RAM sp-mem native yes", onlyRow());
  }

  @Test
  void listTellsWhatARunningGuestDoesNotHaveYetAndStillHas() {
    defineByVirsh();
    host.virtSpm("apply", "m").assertFine();
    host.virsh("start", "--paused", "m");
    host.virtSpm("attach", "m", "--memory", "128MiB").assertFine();
    String table = host.virtSpm("list").assertFine().out().replaceAll(" +", " ");
    assertTrue(table.contains(" 1 256 MiB RAM "), table);
    assertTrue(table.contains(" 2 128 MiB (now none) RAM"), table);
    host.virtSpm("detach", "m", "--all").assertFine();
    assertEquals("m paused 1 none (now 256 MiB) RAM sp-mem native yes", onlyRow());
  }

  private String onlyRow() {
    String table = host.virtSpm("list").assertFine().out();
    assertEquals(3, table.lines().count(), table);
    return table.lines().skip(2).findFirst().orElseThrow().strip().replaceAll(" +", " ");
  }

  @Test
  void listSpeaksJson() {
    defineByVirsh();
    JsonNode print = applied("--print");
    assertEquals("stale", print.path("standing").asText());
    assertTrue(print.path("diff").asText().contains("+++ "), print.toString());
    assertFalse(print.path("redefined").asBoolean());
    assertTrue(applied().path("redefined").asBoolean());
    JsonNode domains =
        JsonAnswer.read(host.virtSpm("list", "--format", "json").assertFine().out())
            .path("result")
            .path("domains");
    assertEquals(List.of("m"), domains.findValuesAsText("name"));
    assertEquals("yes", domains.get(0).path("inStep").asText());
    assertEquals(262144, domains.get(0).path("nodes").get(0).path("sizeKiB").asInt());
  }

  private JsonNode applied(String... options) {
    List<String> args = new ArrayList<>(List.of("apply", "--format", "json", "m"));
    args.addAll(List.of(options));
    String json = host.virtSpm(args.toArray(String[]::new)).assertFine().out();
    return JsonAnswer.read(json).path("result").path("domains").get(0);
  }
}
