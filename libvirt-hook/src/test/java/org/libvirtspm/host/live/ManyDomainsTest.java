package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Fifty domains, three of them poisoned: whoever looks at all of them goes on. */
class ManyDomainsTest {

  private static final int DOMAINS = 50;

  private static final String ODD = "odd $(id) '\u2003\u009b";

  private static LiveHost host;

  @BeforeAll
  static void defineDomains() throws IOException {
    host = LiveHost.another();
    StringBuilder lines = new StringBuilder();
    for (int i = 4; i <= DOMAINS; i++) {
      String file = "g" + i + ".xml";
      host.put(file, LiveDomains.withMetadata("g" + i, LiveDomains.ramCell()));
      lines.append("define /share/").append(file).append('\n');
    }
    brokenRecord();
    large();
    odd();
    lines.append("define /share/broken.xml\ndefine /share/large.xml\ndefine /share/odd.xml\n");
    LiveRun.of(host.inside(List.of("virsh", "-q")), lines.toString(), Map.of(), 120).assertFine();
    assertEquals(DOMAINS, host.virsh("list", "--all", "--name").strip().lines().count());
  }

  @AfterAll
  static void stop() {
    if (host != null) {
      host.stop();
    }
  }

  /** A record of ours that somebody has edited: its cell has no size. */
  private static void brokenRecord() {
    host.put("b.xml", LiveDomains.withCell("broken", LiveDomains.fileCell("/share/memory")));
    host.virtSpm("define", "/share/b.xml").assertFine();
    String xml = host.virsh("dumpxml", "--inactive", "broken");
    host.virsh("undefine", "--nvram", "broken");
    String broken = xml.replace("memory=\"256\"", "memory=\"256x\"");
    assertFalse(broken.equals(xml), xml);
    host.put("broken.xml", broken.replaceFirst("<uuid>.*</uuid>", ""));
  }

  /** 3.6 MB of declaration and somebody else's metadata. */
  private static void large() {
    String xml = LiveDomains.withMetadata("large", LiveDomains.ramCell());
    String other = "<x:x xmlns:x='urn:x'>" + "<a/>".repeat(300_000) + "</x:x></metadata>";
    host.put("large.xml", xml.replace("</metadata>", other));
  }

  private static void odd() {
    String cell = LiveDomains.ramCell().replace("'256'", "'\u2003256'");
    host.put("odd.xml", LiveDomains.withMetadata(ODD, cell));
  }

  /** What is told of the poisoned ones is one line each, and names them. */
  private static void assertLines(String err) {
    for (String line : err.lines().toList()) {
      assertTrue(line.matches(".*'(broken|large|odd .*)'.*"), err);
    }
    assertTrue(err.lines().count() <= 3, err);
    assertFalse(err.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n'), err);
  }

  private static long good(String text, String pattern) {
    return IntStream.rangeClosed(4, DOMAINS)
        .filter(i -> text.matches("(?s).*" + pattern.replace("NAME", "g" + i) + ".*"))
        .count();
  }

  @Test
  void everyCommandGoesOn() throws Exception {
    LiveRun list = host.virtSpm("list");
    assertEquals(DOMAINS - 3, good(list.out(), "\\bNAME +shut off +1 +256 MiB +RAM"), list.out());
    assertLines(list.err());
    assertEquals(list.err().isEmpty() ? 0 : 1, list.status());

    Path log = host.share().resolve("many.log");
    List<String> command = host.inside(host.virtSpmCommand(Map.of(), "watch"));
    Process watcher =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log.toFile()).start();
    try {
      for (int i = 0; i < 600 && !Files.readString(log).contains("watching "); i++) {
        Thread.sleep(100);
      }
      String said = Files.readString(log);
      assertTrue(watcher.isAlive(), said);
      assertEquals(DOMAINS - 3, good(said, "Domain 'NAME' translated"), said);
    } finally {
      watcher.descendants().forEach(ProcessHandle::destroyForcibly);
      watcher.destroyForcibly().waitFor();
    }

    LiveRun apply = host.virtSpm("apply", "--all");
    assertLines(apply.err());
    assertEquals("", apply.out().replaceAll("Domain '(large|odd .*)' translated.*\n", ""));
    assertTrue(apply.status() > 0, apply.err());

    LiveRun doctor = host.virtSpm("doctor");
    long told = good(doctor.out(), "domain 'NAME' has special memory, in step: yes");
    assertEquals(DOMAINS - 3, told, doctor.out());

    LiveRun devices = host.virtSpm("devices").assertStatus(1);
    assertTrue(devices.out().startsWith(" Device "), devices.out());
    assertTrue(devices.err().contains("'broken'"), devices.err());
    assertLines(devices.err());

    host.put("c.xml", LiveDomains.withCell("c", LiveDomains.fileCell("/share/memory")));
    LiveRun check = host.virtSpm("check", "/share/c.xml").assertStatus(1);
    assertTrue(check.out().contains("virsh edit broken shows its XML"), check.out());
  }

  @Test
  void whateverIsThrownTheNextOneIsLookedAt() {
    List<String> java = host.virtSpmCommand(Map.of());
    java.set(java.size() - 1, "org.libvirtspm.host.live.FailingLooks");
    List<String> lines = host.run(java.toArray(String[]::new)).assertFine().out().lines().toList();
    assertEquals(DOMAINS, lines.size());
    assertTrue(lines.get(0).contains("': this is a bug in virt-spm (StackOverflowError)"));
    assertTrue(lines.get(1).contains("': its XML takes more memory than the 61 MiB that Java may"));
    assertTrue(lines.get(2).contains("': this is a bug in virt-spm (NumberFormatException: For "));
    assertTrue(lines.get(3).endsWith("': its disk is on fire"));
    assertTrue(lines.subList(4, DOMAINS).stream().allMatch("fine"::equals));
  }
}
