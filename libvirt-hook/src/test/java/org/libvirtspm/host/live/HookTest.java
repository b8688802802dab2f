package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The installed hook, called by a real libvirtd. */
class HookTest {

  private static final String ENTRIES = "/etc/libvirt/hooks/qemu.d/";
  private static final int SECONDS = 120;

  private static LiveHost host;

  @BeforeAll
  static void install() throws IOException {
    host = LiveHost.get();
    // Others' hooks before and after ours: the first changes the title of guests that arrive.
    other("10-other", "[ \"$2\" != restore ] || sed 's/>before</>after</'\n");
    other("90-last", "cat >\"/share/last-$2\"\n");
    LiveRun run = host.virtSpm("hook", "install").assertFine();
    assertTrue(run.out().startsWith("Installed " + ENTRIES + "50-libvirt-spm\n"), run.out());
    host.run("restart-libvirtd").assertFine();
  }

  private static void other(String name, String text) {
    host.put(name, "#!/bin/sh\n" + text);
    host.run("mkdir", "-p", ENTRIES).assertFine();
    host.run("install", "-m", "755", "/share/" + name, ENTRIES + name).assertFine();
  }

  @AfterAll
  static void uninstall() {
    if (host == null) {
      return;
    }
    host.virtSpm("hook", "uninstall").assertFine();
    String left =
        host.run(
                "find",
                "/etc/libvirt/hooks",
                "/usr/local/lib/libvirt-spm",
                "/run/libvirt-spm",
                "/var/cache/libvirt-spm")
            .out();
    host.run("rm", "-r", "/etc/libvirt/hooks/qemu.d").assertFine();
    host.run("restart-libvirtd").assertFine();
    assertEquals(
        "/etc/libvirt/hooks\n/etc/libvirt/hooks/qemu.d\n",
        left.replaceAll("(?m)^.*/\\d\\d-.*\n", ""));
    assertFalse(left.contains("libvirt-spm"), left);
  }

  @BeforeEach
  void makeMemory() {
    host.run("truncate", "-s", "256M", "/share/spm.img").assertFine();
  }

  @AfterEach
  void removeDomains() {
    for (String name : new String[] {"d", "e"}) {
      host.run("virsh", "destroy", name);
      host.run("virsh", "undefine", "--nvram", "--managed-save", name);
    }
    host.run("rm", "-f", "/share/spm.img", "/share/other.img", "/etc/libvirt-spm/hook.conf");
  }

  private static String cell(String source) {
    return "<cell id='1' memory='256' unit='MiB' spm='on'>" + source + "</cell>";
  }

  private static String fileCell() {
    return cell("<source><path>/share/spm.img</path></source>");
  }

  private static void define(String name, String cell) {
    String file = host.put(name + ".xml", LiveDomains.withCell(name, cell));
    host.virtSpm("define", file).assertFine();
  }

  private static String refusal(String... command) {
    LiveRun run = host.run(command).assertStatus(1);
    assertTrue(run.err().contains("virt-spm: "), run.err());
    return run.err().replaceFirst("(?s).*virt-spm: ", "").strip();
  }

  /** Waits for what happens in the background. */
  private static void await(String inXml, String name) throws InterruptedException {
    for (int second = 0; second < SECONDS; second++) {
      if (host.virsh("dumpxml", "--inactive", name).contains(inXml)) {
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new AssertionError("no " + inXml + " in " + name + " after " + SECONDS + " seconds");
  }

  @Test
  void domainInStepStarts() {
    define("d", cell(""));
    host.virsh("start", "d");
  }

  @Test
  void declarationByPlainVirshIsAppliedAndThenStarts() throws InterruptedException {
    String file = host.put("d.xml", LiveDomains.withMetadata("d", cell("")));
    host.virsh("define", file);
    assertEquals(
        "domain 'd': the Specific Purpose Memory of cell 1 (256 MiB) is declared but not"
            + " translated; it is being translated now: start it again",
        refusal("virsh", "start", "d"));
    await("ua-spm1", "d");
    host.virsh("start", "d");
  }

  @Test
  void editedSizeIsAppliedAndThenStarts() throws InterruptedException {
    define("d", cell(""));
    String edited =
        host.virsh("dumpxml", "--inactive", "d")
            .replaceAll(
                "(<spm:cell id=.1. memory=.|<cell id=.1. memory=.)256(. unit=.MiB)", "$1128$2");
    host.virsh("define", host.put("d.xml", edited));
    assertEquals(
        "domain 'd': the Specific Purpose Memory of cell 1 (128 MiB) is translated otherwise than"
            + " declared; it is being translated now: start it again",
        refusal("virsh", "start", "d"));
    await("<size unit='KiB'>131072</size>", "d");
    host.virsh("start", "d");
  }

  @Test
  void installedHookNeedsNoCheckout() throws InterruptedException {
    host.virsh("define", host.put("d.xml", LiveDomains.withMetadata("d", cell(""))));
    host.run("mv", "/share/virt-spm", "/share/moved-away").assertFine();
    try {
      assertTrue(refusal("virsh", "start", "d").endsWith("start it again"));
      await("ua-spm1", "d");
      host.virsh("start", "d");
    } finally {
      host.run("mv", "/share/moved-away", "/share/virt-spm").assertFine();
    }
  }

  /** Breaks something, and expects a domain with SPM not to start, saying why, and others to. */
  private static void assertOnlyOthersStart(String shellBreaks, String shellMends, String why) {
    define("d", fileCell());
    host.virsh("define", host.put("e.xml", withoutSpm("e")));
    host.run("sh", "-c", shellBreaks).assertFine();
    try {
      String sentence = refusal("virsh", "start", "d");
      assertTrue(sentence.contains(why), sentence);
      host.virsh("start", "e");
    } finally {
      host.run("sh", "-c", shellMends).assertFine();
    }
    host.virsh("start", "d");
  }

  private static String withoutSpm(String name) {
    return LiveDomains.withCell(name, "").replace(">768<", ">512<");
  }

  @Test
  void fullDiskStopsOnlyThoseWithSpm() {
    assertOnlyOthersStart(
        "mkdir -p /run/libvirt-spm && mount -t tmpfs -o size=16k,mode=700 none /run/libvirt-spm"
            + " && mkdir /run/libvirt-spm/domains && ! cat /dev/zero >/run/libvirt-spm/full",
        "umount /run/libvirt-spm",
        "domain 'd': its Specific Purpose Memory can't be looked after, and it does not start: ");
  }

  @Test
  void missingJarStopsOnlyThoseWithSpm() {
    assertOnlyOthersStart(
        "cd /usr/local/lib/libvirt-spm/* && mkdir /share/jars && mv *.jar archive /share/jars",
        "mv /share/jars/* /usr/local/lib/libvirt-spm/*/ && rmdir /share/jars",
        "domain 'd': its Specific Purpose Memory can't be looked after (the hook's Java ended");
  }

  @Test
  void unreadableConfigurationStopsOnlyThoseWithSpm() {
    assertOnlyOthersStart(
        "mkdir -p /etc/libvirt-spm/hook.conf",
        "rmdir /etc/libvirt-spm/hook.conf",
        "domain 'd': the hook's configuration /etc/libvirt-spm/hook.conf can't be read: ");
  }

  @Test
  void secondRefusalSaysWhyItCouldNotBeApplied() throws InterruptedException {
    String transientDomain =
        LiveDomains.withMetadata("d", cell(""))
            .replace("</name>", "</name><uuid>11111111-2222-3333-4444-555555555555</uuid>");
    String file = host.put("d.xml", transientDomain);
    LiveRun run = host.run("virsh", "create", file).assertStatus(1);
    assertTrue(run.err().contains("it is being translated now"), run.err());
    for (int second = 0; !run.err().contains("could not be: "); second++) {
      assertTrue(second < SECONDS, run.err());
      run = host.run("sh", "-c", "sleep 1; virsh create /share/d.xml").assertStatus(1);
    }
    assertTrue(run.err().contains("Domain not found"), run.err());
  }

  @Test
  void missingPathIsNamed() {
    define("d", fileCell());
    host.run("rm", "/share/spm.img").assertFine();
    assertEquals(
        "domain 'd': cell 1: /share/spm.img does not exist; create it, or name another path",
        refusal("virsh", "start", "d"));
  }

  @Test
  void pathOfARunningGuestIsNotSharedUntilItEnds() throws IOException {
    define("d", fileCell());
    host.virsh("start", "d");
    define("e", fileCell());
    String sentence =
        "domain 'e': cell 1: /share/spm.img is the memory of domain 'd'; end that one first, or"
            + " name another path";
    assertEquals(sentence, refusal("virsh", "start", "e"));
    host.run("restart-libvirtd", "-KILL").assertFine();
    assertTrue(host.virsh("list", "--name").lines().anyMatch("d"::equals));
    assertEquals(sentence, refusal("virsh", "start", "e"));
    host.virsh("destroy", "d");
    host.virsh("start", "e");
  }

  @Test
  void guestIsRestoredWithTheNamesOfThisHost() throws IOException {
    String emulator =
        host.virtSpm("probe").assertFine().out().replaceFirst("(?s):? .*", "").strip();
    host.run("ln", "-sf", emulator, "/usr/local/bin/qemu-there").assertFine();
    String extended =
        LiveDomains.withCell("d", fileCell())
            .replace("</name>", "</name><title>before</title>")
            .replace("<devices>", "<devices><emulator>/usr/local/bin/qemu-there</emulator>");
    host.virtSpm("define", host.put("d.xml", extended)).assertFine();
    host.virsh("start", "d");
    host.virsh("save", "d", "/share/d.save");
    host.run("mv", "/share/spm.img", "/share/other.img").assertFine();
    host.run(
            "sh",
            "-c",
            "mkdir -p /etc/libvirt-spm; echo 'path /share/spm.img = /share/other.img\n"
                + "emulator /usr/local/bin/qemu-there = "
                + emulator
                + "' >/etc/libvirt-spm/hook.conf")
        .assertFine();
    host.virsh("restore", "/share/d.save");
    String xml = host.virsh("dumpxml", "d");
    assertTrue(xml.contains("<path>/share/other.img</path>"), xml);
    assertFalse(xml.contains("/share/spm.img"), xml);
    assertTrue(xml.contains("<emulator>" + emulator + "</emulator>"), xml);
    assertTrue(xml.contains("<title>after</title>"), "the filter before ours was heard: " + xml);
    Path last = host.share().resolve("last-restore");
    assertTrue(Files.readString(last).contains("/share/other.img"), "so were we by the next");
  }

  @Test
  void othersDomainsAreLeftAlone() {
    host.virsh("define", host.put("d.xml", withoutSpm("d")));
    host.virsh("start", "d");
    assertEquals(1, host.run("test", "-e", "/run/libvirt-spm/domains/d").status());
  }

  @Test
  void statusTellsThatItWorks() {
    LiveRun run = host.virtSpm("hook", "status").assertFine();
    assertTrue(run.out().startsWith("The hook is installed: " + ENTRIES), run.out());
    assertEquals(
        "The hook is installed already: " + ENTRIES + "50-libvirt-spm\n",
        host.virtSpm("hook", "install").assertFine().out());
  }
}
