package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.libvirtspm.host.live.HookedHost.cell;
import static org.libvirtspm.host.live.HookedHost.fileCell;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The installed hook, called by a real libvirtd. */
class HookTest {

  private static final int SECONDS = 120;

  @RegisterExtension static final HookedHost HOOKED = new HookedHost();

  @Test
  void domainInStepStarts() {
    HOOKED.define("d", cell(""));
    HOOKED.host().virsh("start", "d");
  }

  @Test
  void declarationByPlainVirshIsAppliedAndThenStarts() throws InterruptedException {
    String file = HOOKED.host().put("d.xml", LiveDomains.withMetadata("d", cell("")));
    HOOKED.host().virsh("define", file);
    assertEquals(
        "domain 'd': the Specific Purpose Memory of cell 1 (256 MiB) is declared but not"
            + " translated; it is being translated now: start it again",
        HOOKED.refusal("virsh", "start", "d"));
    HOOKED.await("ua-spm1", "d");
    HOOKED.host().virsh("start", "d");
  }

  @Test
  void editedSizeIsAppliedAndThenStarts() throws InterruptedException {
    HOOKED.define("d", cell(""));
    String edited =
        HOOKED
            .host()
            .virsh("dumpxml", "--inactive", "d")
            .replaceAll(
                "(<spm:cell id=.1. memory=.|<cell id=.1. memory=.)256(. unit=.MiB)", "$1128$2");
    HOOKED.host().virsh("define", HOOKED.host().put("d.xml", edited));
    assertEquals(
        "domain 'd': the Specific Purpose Memory of cell 1 (128 MiB) is translated otherwise than"
            + " declared; it is being translated now: start it again",
        HOOKED.refusal("virsh", "start", "d"));
    HOOKED.await("<size unit='KiB'>131072</size>", "d");
    HOOKED.host().virsh("start", "d");
  }

  /** By a daemon whose socket is called otherwise than virt-spm thinks. */
  @Test
  void secondRefusalSaysWhyItCouldNotBeApplied() {
    String socket = "/run/libvirt/libvirt-sock";
    String[] start =
        ("virsh -c qemu+unix:///system?socket=" + socket + ".moved start d").split(" ", -1);
    String file = HOOKED.host().put("d.xml", LiveDomains.withMetadata("d", cell("")));
    HOOKED.host().virsh("define", file);
    HOOKED.host().run("mv", socket, socket + ".moved").assertFine();
    try {
      String sentence = HOOKED.refusal(start);
      assertTrue(sentence.contains("it is being translated now"), sentence);
      for (int second = 0; !sentence.contains("could not be: "); second++) {
        assertTrue(second < SECONDS, sentence);
        HOOKED.host().run("sleep", "1").assertFine();
        sentence = HOOKED.refusal(start);
      }
      assertTrue(sentence.contains("libvirt-sock"), sentence);
    } finally {
      HOOKED.host().run("mv", socket + ".moved", socket).assertFine();
    }
  }

  @Test
  void transientDomainIsToBeCreatedByVirtSpm() {
    String file = HOOKED.host().put("d.xml", LiveDomains.withMetadata("d", cell("")));
    assertEquals(
        "domain 'd': the Specific Purpose Memory of cell 1 (256 MiB) is declared but not"
            + " translated, and the domain is transient; create it by virt-spm create FILE",
        HOOKED.refusal("virsh", "create", file));
    assertEquals(1, HOOKED.host().run("test", "-e", "/run/libvirt-spm/domains/d").status());
    HOOKED.host().virtSpm("create", file).assertFine();
  }

  /** libvirt writes the namespace to its hooks without references, whatever its author wrote. */
  @Test
  void namespaceInReferencesIsADeclaration() {
    String xml =
        LiveDomains.withMetadata("d", cell(""))
            .replace("https://libvirt-spm.org", "h&#116;tps:&#x2f;/libvirt-s&#112;m.org");
    HOOKED.host().virsh("define", HOOKED.host().put("d.xml", xml));
    assertTrue(HOOKED.refusal("virsh", "start", "d").contains("is declared but not translated"));
  }

  @Test
  void missingPathIsNamed() {
    HOOKED.define("d", fileCell());
    HOOKED.host().run("rm", "/share/spm.img").assertFine();
    assertEquals(
        "domain 'd': cell 1: /share/spm.img does not exist; create it, or name another path",
        HOOKED.refusal("virsh", "start", "d"));
  }

  @Test
  void pathOfARunningGuestIsNotSharedUntilItEnds() throws IOException {
    HOOKED.define("d", fileCell());
    HOOKED.host().virsh("start", "d");
    HOOKED.define("e", fileCell());
    String sentence =
        "domain 'e': cell 1: /share/spm.img is the memory of domain 'd'; end that one first, or"
            + " name another path";
    assertEquals(sentence, HOOKED.refusal("virsh", "start", "e"));
    HOOKED.host().run("restart-libvirtd", "-KILL").assertFine();
    assertTrue(HOOKED.host().virsh("list", "--name").lines().anyMatch("d"::equals));
    assertEquals(sentence, HOOKED.refusal("virsh", "start", "e"));
    HOOKED.host().virsh("destroy", "d");
    HOOKED.host().virsh("start", "e");
  }

  @Test
  void guestIsRestoredWithTheNamesOfThisHost() throws IOException {
    String emulator =
        HOOKED.host().virtSpm("probe").assertFine().out().replaceFirst("(?s):? .*", "").strip();
    HOOKED.host().run("ln", "-sf", emulator, "/usr/local/bin/qemu-there").assertFine();
    String extended =
        LiveDomains.withCell("d", fileCell())
            .replace("</name>", "</name><title>before</title>")
            .replace("<devices>", "<devices><emulator>/usr/local/bin/qemu-there</emulator>");
    HOOKED.host().virtSpm("define", HOOKED.host().put("d.xml", extended)).assertFine();
    HOOKED.host().virsh("start", "d");
    HOOKED.host().virsh("save", "d", "/share/d.save");
    HOOKED.host().run("mv", "/share/spm.img", "/share/other.img").assertFine();
    HOOKED
        .host()
        .run(
            "sh",
            "-c",
            "mkdir -p /etc/libvirt-spm; echo 'path /share/spm.img = /share/other.img\n"
                + "emulator /usr/local/bin/qemu-there = "
                + emulator
                + "' >/etc/libvirt-spm/hook.conf")
        .assertFine();
    HOOKED.host().virsh("restore", "/share/d.save");
    String xml = HOOKED.host().virsh("dumpxml", "d");
    assertTrue(xml.contains("<path>/share/other.img</path>"), xml);
    assertFalse(xml.contains("/share/spm.img"), xml);
    assertTrue(xml.contains("<emulator>" + emulator + "</emulator>"), xml);
    assertTrue(xml.contains("<title>after</title>"), "the filter before ours was heard: " + xml);
    Path last = HOOKED.host().share().resolve("last-restore");
    assertTrue(Files.readString(last).contains("/share/other.img"), "so were we by the next");
  }

  @Test
  void othersDomainsAreLeftAlone() {
    HOOKED.host().virsh("define", HOOKED.host().put("d.xml", HookedHost.withoutSpm("d")));
    HOOKED.host().virsh("start", "d");
    assertEquals(1, HOOKED.host().run("test", "-e", "/run/libvirt-spm/domains/d").status());
  }

  @Test
  void daemonThatMayNotHaveSeenItIsNamedUntilItCallsIt() {
    String older = "libvirtd (process ";
    String entry = HookedHost.ENTRIES + "50-libvirt-spm";
    HOOKED.host().run("restart-libvirtd").assertFine();
    assertFalse(HOOKED.host().virtSpm("hook", "status").out().contains(older));
    HOOKED.host().run("sleep", "3").assertFine(); // starts are known to the second
    HOOKED.host().run("touch", entry).assertFine();
    String said = HOOKED.host().virtSpm("hook", "status").assertStatus(3).out();
    assertTrue(said.startsWith("The hook is installed, and libvirt may not call it yet: "), said);
    assertTrue(said.contains(older) && said.contains("run kill -HUP "), said);
    assertTrue(HOOKED.host().virtSpm("doctor").out().contains("warning: " + older));
    HOOKED.host().virsh("define", HOOKED.host().put("d.xml", HookedHost.withoutSpm("d")));
    HOOKED.host().virsh("start", "--paused", "d");
    assertFalse(HOOKED.host().virtSpm("hook", "status").out().contains(older));
  }

  @Test
  void statusTellsThatItWorks() {
    LiveRun run = HOOKED.host().virtSpm("hook", "status").assertFine();
    assertTrue(run.out().startsWith("The hook is installed: " + HookedHost.ENTRIES), run.out());
    assertEquals(
        "The hook is installed already: " + HookedHost.ENTRIES + "50-libvirt-spm\n",
        HOOKED.host().virtSpm("hook", "install").assertFine().out());
  }
}
