package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.libvirtspm.host.live.HookedHost.fileCell;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/** A guest that migrates, alive, to another libvirtd, where its memory has another name. */
class HookMigrationTest {

  @RegisterExtension static final HookedHost HOOKED = new HookedHost();

  private static LiveHost there;
  private static SocketRelay libvirt;
  private static SocketRelay qemu;

  @BeforeAll
  static void makeTheOtherHost() throws IOException {
    there = LiveHost.another();
    Path here = HOOKED.host().share();
    libvirt = SocketRelay.start(here.resolve("libvirt.sock"), there.libvirtSocket());
    qemu = SocketRelay.start(here.resolve("qemu.sock"), there.share().resolve("qemu.sock"));
    beAHostOfItsOwn(HOOKED.host(), 1);
    beAHostOfItsOwn(there, 2);
    there.virtSpm("hook", "install").assertFine();
    shell(
        there,
        "mkdir -p /etc/libvirt-spm; echo path /share/spm.img = /share/there.img"
            + " >/etc/libvirt-spm/hook.conf; truncate -s 256M /share/there.img; restart-libvirtd");
  }

  /** libvirt does not migrate a guest to the host it is on, which it knows by these two. */
  private static void beAHostOfItsOwn(LiveHost host, int number) {
    shell(
        host,
        "hostname host-"
            + number
            + "; echo 'host_uuid = \"00000000-0000-4000-8000-00000000000"
            + number
            + "\"' >>/etc/libvirt/libvirtd.conf; restart-libvirtd");
  }

  private static LiveRun shell(LiveHost host, String script) {
    return host.run("sh", "-e", "-c", script).assertFine();
  }

  @AfterAll
  static void removeTheOtherHost() throws IOException {
    libvirt.close();
    qemu.close();
    there.stop();
    shell(HOOKED.host(), "sed -i /host_uuid/d /etc/libvirt/libvirtd.conf");
  }

  @Test
  void guestMigratesToMemoryOfAnotherName() {
    HOOKED.define("d", fileCell());
    LiveHost here = HOOKED.host();
    here.virsh("start", "d");
    here.virsh(
        "migrate",
        "--live",
        "d",
        "qemu+unix:///system?socket=/share/libvirt.sock",
        "--migrateuri",
        "unix:///share/qemu.sock");
    assertEquals("running", there.virsh("domstate", "d").strip());
    String xml = there.virsh("dumpxml", "d");
    assertTrue(xml.contains("<path>/share/there.img</path>"), xml);
    assertFalse(xml.contains("/share/spm.img"), xml);
    assertEquals("shut off", here.virsh("domstate", "d").strip());
    assertEquals("", shell(here, "ls /run/libvirt-spm/domains").out());
    assertEquals("d\n", shell(there, "ls /run/libvirt-spm/domains").out());
  }
}
