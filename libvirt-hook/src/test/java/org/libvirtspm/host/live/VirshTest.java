package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class VirshTest extends LiveTest {

  @BeforeEach
  void writeFiles() {
    host.put("v.xml", LiveDomains.withCell("v", LiveDomains.ramCell()));
    String uuid = "<uuid>6695eb01-f6a4-8304-79aa-97f2502e193f</uuid>";
    String plain = LiveDomains.withCell("v", "").replace("</name>", "</name>" + uuid);
    host.put("p.xml", plain);
    host.put("eucjp.xml", "<?xml version='1.0' encoding='EUC-JP'?>" + plain);
    host.put("malformed.xml", plain.replace("</name>", ""));
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
          {"-qr", "list"},
          {"--read", "dominfo", "define"},
          {"help", "define"},
          {"list", ";", "list"},
          {"--odd", "list"},
          {"--k", "5", "list"},
          {"-v"},
          {"-qV", "define", "/share/v.xml"},
          {"define", "/share/eucjp.xml"},
          {"define", "/share/malformed.xml"},
        }) {
      String[] ours = new String[args.length + 1];
      ours[0] = "virsh";
      System.arraycopy(args, 0, ours, 1, args.length);
      LiveRun expected = host.run(ours);
      assertEquals(expected, host.virtSpm(ours), String.join(" ", ours));
    }
  }

  @Test
  void optionsInFrontAreReadAsVirshDoes() {
    String uri = "qemu:///system";
    for (String[] options :
        new String[][] {
          {"-qc", uri}, {"-tqc" + uri}, {"--conn", uri}, {"--c=" + uri, "--"}, {"-k5", "-K", "3"},
        }) {
      for (String command : List.of("define /share/v.xml", "create --paused /share/v.xml")) {
        List<String> words = new ArrayList<>(List.of("virsh"));
        words.addAll(List.of(options));
        words.addAll(List.of(command.split(" ")));
        host.virtSpm(words.toArray(new String[0])).assertFine();
        assertTrue(host.virsh("dumpxml", "v").contains("value='sp-mem'"), words.toString());
        remove(command.startsWith("create"));
      }
    }
    LiveRun run = host.virtSpm("virsh", "frobnicate", "define", "/share/v.xml").assertStatus(2);
    assertTrue(run.err().contains("virsh has no command 'frobnicate'"), run.err());
    String line = "; def\\\nine /share/v.xml # that is all";
    assertEquals(1, host.run("virsh", "dominfo", "v").status());
    host.virtSpm("virsh", line).assertFine();
    assertTrue(host.virsh("dumpxml", "v").contains("value='sp-mem'"));
  }

  /** libvirt takes each, and takes the special node for an ordinary one. */
  @Test
  void whatOnlyLibvirtCanReadIsRefused() {
    String plain = LiveDomains.withCell("v", LiveDomains.ramCell());
    for (String head : List.of("<!DOCTYPE domain>", "<?xml version='1.0' encoding='GBK'?>")) {
      host.put("odd.xml", head + plain);
      host.run("virsh", "define", "/share/odd.xml").assertFine();
      remove(false);
      LiveRun run = host.virtSpm("virsh", "define", "/share/odd.xml").assertStatus(2);
      assertTrue(run.err().startsWith("/share/odd.xml:1:"), run.err());
      assertEquals(1, host.run("virsh", "dominfo", "v").status());
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

  private void remove(boolean runs) {
    String[] undefine = {"virsh", "undefine", "--nvram", "v"};
    host.run(runs ? new String[] {"virsh", "destroy", "v"} : undefine).assertFine();
  }
}
