package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirshTest extends LiveTest {

  @BeforeEach
  void writeFiles() {
    host.put("v.xml", LiveDomains.withCell("v", LiveDomains.ramCell()));
    String uuid = "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>";
    host.put("p.xml", LiveDomains.withCell("v", "").replace("</name>", "</name>" + uuid));
  }

  @Test
  void defineLooksLikeVirshsAndTranslates() {
    LiveRun run = host.virtSpm("virsh", "define", "--validate", "/share/v.xml").assertFine();
    assertEquals("Domain 'v' defined from /share/v.xml\n\n", run.out());
    assertEquals("", run.err());
    assertTrue(host.virsh("dumpxml", "v").contains("value='sp-mem'"));
    String dump = host.virtSpm("virsh", "-q", "dumpxml", "v").assertFine().out();
    assertEquals(host.virtSpm("dumpxml", "v").out(), dump.stripTrailing() + "\n");
  }

  @Test
  void oneArgumentMayBeTheWholeLine() {
    host.virtSpm("virsh", "-q", "create --paused --file /share/v.xml").assertFine();
    assertTrue(host.virsh("dumpxml", "v").contains("value='sp-mem'"));
    LiveRun run = host.virtSpm("virsh", "dumpxml v; list").assertStatus(2);
    assertTrue(run.err().contains("can't stand in a line with other commands"), run.err());
  }

  @Test
  void everythingElseIsVirshsOwn() {
    for (String[] args :
        new String[][] {
          {"define", "/share/p.xml"},
          {"list", "--all"},
          {"dumpxml", "v"},
          {"define", "/share/none.xml"},
          {"define"},
          {"dumpxml", "none"},
          {"frobnicate"},
          {"-q", "list --all; list"},
        }) {
      String[] ours = new String[args.length + 1];
      ours[0] = "virsh";
      System.arraycopy(args, 0, ours, 1, args.length);
      LiveRun expected = host.run(ours);
      assertEquals(expected, host.virtSpm(ours), String.join(" ", ours));
    }
  }

  @Test
  void refusedDocumentIsAFailureOfVirsh() {
    host.put("bad.xml", LiveDomains.withCell("v", "<cell id='1' memory='x' spm='on'/>"));
    LiveRun run = host.virtSpm("virsh", "define", "/share/bad.xml").assertStatus(1);
    assertTrue(run.err().startsWith("/share/bad.xml:16:"), run.err());
    assertTrue(run.err().endsWith("error: Failed to define domain from /share/bad.xml\n"));
    assertEquals(1, host.run("virsh", "dominfo", "v").status());
  }

  @Test
  void editIsOurs() {
    host.virtSpm("virsh", "define", "/share/v.xml").assertFine();
    LiveRun run =
        host.virtSpmWith(Map.of("VISUAL", "grep -c spm=.on."), "virsh", "edit", "--domain", "v");
    assertEquals("1\nDomain 'v' XML configuration not changed.\n", run.assertFine().out());
  }

  @Test
  void helpIsBoth() {
    String help = host.virtSpm("virsh", "--help").assertFine().out();
    assertTrue(help.startsWith("usage: virt-spm virsh "), help);
    assertTrue(help.contains("virsh [options]... [<command_string>]"), help);
    assertFalse(help.contains("null"), help);
  }
}
