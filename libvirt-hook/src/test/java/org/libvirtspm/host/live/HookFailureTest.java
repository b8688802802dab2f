package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.libvirtspm.host.live.HookedHost.cell;
import static org.libvirtspm.host.live.HookedHost.fileCell;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** The installed hook when something it could need is broken or gone. */
class HookFailureTest {

  @RegisterExtension static final HookedHost HOOKED = new HookedHost();

  @Test
  void installedHookNeedsNoCheckout() throws InterruptedException {
    HOOKED
        .host()
        .virsh("define", HOOKED.host().put("d.xml", LiveDomains.withMetadata("d", cell(""))));
    HOOKED.host().run("mv", LiveHost.LIBRARY, "/share/moved-away").assertFine();
    try {
      assertTrue(HOOKED.refusal("virsh", "start", "d").endsWith("start it again"));
      HOOKED.await("ua-spm1", "d");
      HOOKED.host().virsh("start", "d");
    } finally {
      HOOKED.host().run("mv", "/share/moved-away", LiveHost.LIBRARY).assertFine();
    }
  }

  /** Breaks something, and expects a domain with SPM not to start, saying why, and others to. */
  private static void assertOnlyOthersStart(String shellBreaks, String shellMends, String why) {
    HOOKED.define("d", fileCell());
    HOOKED.host().virsh("define", HOOKED.host().put("e.xml", HookedHost.withoutSpm("e")));
    HOOKED.host().run("sh", "-c", shellBreaks).assertFine();
    try {
      String sentence = HOOKED.refusal("virsh", "start", "d");
      assertTrue(sentence.contains(why), sentence);
      HOOKED.host().virsh("start", "e");
    } finally {
      HOOKED.host().run("sh", "-c", shellMends).assertFine();
    }
    HOOKED.host().virsh("start", "d");
  }

  @Test
  void fullDiskStopsOnlyThoseWithSpm() {
    assertOnlyOthersStart(
        "mkdir -p /run/libvirt-spm && mount -t tmpfs -o size=16k,mode=700 none /run/libvirt-spm"
            + " && mkdir /run/libvirt-spm/domains && ! cat /dev/zero >/run/libvirt-spm/full",
        "umount /run/libvirt-spm",
        "domain 'd': its Specific Purpose Memory can't be looked after, and it does not start: ");
  }

  /** All turns are held by others; libvirt waits for the hook's deadline and no longer. */
  @Test
  void turnsThatDoNotComeStopOnlyThoseWithSpm() {
    assertOnlyOthersStart(
        "for turn in "
            + LiveHost.HOOK_LIBRARY
            + "/*/turn.*; do flock -o $turn sleep 300 >/dev/null"
            + " 2>&1 & echo $! >>/share/holders; done",
        "kill $(cat /share/holders); rm /share/holders",
        "domain 'd': its Specific Purpose Memory can't be looked after (the hook took longer than"
            + " 20 s, or was killed), so it is not started; start it again");
  }

  /** Somebody else's attribute is none of ours. */
  @Test
  void attributesOfOthersNeedNoJava() {
    String others =
        HookedHost.withoutSpm("e")
            .replace("</name>", "</name><metadata><o:x xmlns:o='urn:o' spm='3'/></metadata>");
    HOOKED.host().virsh("define", HOOKED.host().put("e.xml", others));
    HOOKED
        .host()
        .run(
            "sh", "-c", "cd " + LiveHost.HOOK_LIBRARY + "/* && mkdir /share/all && mv * /share/all")
        .assertFine();
    try {
      HOOKED.host().virsh("start", "e");
      HOOKED.host().virsh("destroy", "e");
    } finally {
      HOOKED
          .host()
          .run("sh", "-c", "mv /share/all/* " + LiveHost.HOOK_LIBRARY + "/*/ && rmdir /share/all")
          .assertFine();
    }
  }

  @Test
  void doctorSeesWhatIsMissing() {
    String broken = "The hook is installed, and does not work: ";
    assertFalse(HOOKED.host().virtSpm("doctor").out().contains(broken));
    HOOKED.host().run("mkdir", "-p", "/etc/libvirt-spm/hook.conf").assertFine();
    try {
      String out = HOOKED.host().virtSpm("doctor").assertStatus(1).out();
      assertTrue(out.contains("error: " + broken + HookedHost.ENTRIES + "50-libvirt-spm"), out);
      assertTrue(out.contains("hook.conf can't be read: is a directory"), out);
    } finally {
      HOOKED.host().run("rmdir", "/etc/libvirt-spm/hook.conf").assertFine();
    }
  }

  @Test
  void missingJarStopsOnlyThoseWithSpm() {
    assertOnlyOthersStart(
        "cd " + LiveHost.HOOK_LIBRARY + "/* && mkdir /share/jars && mv *.jar archive /share/jars",
        "mv /share/jars/* " + LiveHost.HOOK_LIBRARY + "/*/ && rmdir /share/jars",
        "domain 'd': its Specific Purpose Memory can't be looked after (the hook's Java ended");
  }

  @Test
  void unreadableConfigurationStopsOnlyThoseWithSpm() {
    assertOnlyOthersStart(
        "mkdir -p /etc/libvirt-spm/hook.conf",
        "rmdir /etc/libvirt-spm/hook.conf",
        "domain 'd': the hook's configuration /etc/libvirt-spm/hook.conf can't be read: ");
  }
}
