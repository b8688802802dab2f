package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.libvirtspm.host.live.HookedHost.cell;

import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.RegisterExtension;

/**
 * The installed hook and a device-dax device, for a QEMU that is not root's and opens the device
 * without libvirt's knowing. No machine of ours has one: a folder stands in for its sysfs, and a
 * node with the number of /dev/zero for the device, which QEMU maps as well.
 */
class HookDeviceTest {

  private static final String MAKE_DEVICE =
      """
      mount -t tmpfs none /sys/bus
      sys=/sys/bus/dax/devices/dax0.0
      mkdir -p $sys
      echo 268435456 >$sys/size
      echo 2097152 >$sys/align
      echo 1:5 >$sys/dev
      echo 1 >$sys/target_node
      ln -s ../../../../bus/dax/drivers/device_dax $sys/driver
      mknod -m 600 /dev/dax0.0 c 1 5
      mkdir -p -m 1777 /share/argv
      sed -i 's/= "root"/= "libvirt-qemu"/' /etc/libvirt/qemu.conf
      restart-libvirtd
      """;

  private static final String REMOVE_DEVICE =
      """
      umount /sys/bus
      rm /dev/dax0.0
      sed -i 's/= "libvirt-qemu"/= "root"/' /etc/libvirt/qemu.conf
      """;

  /** The wrapper for the older dialects is stock QEMU when asked: it is remembered otherwise. */
  private static final String REMEMBER_DIALECT =
      "sed -i '6s/.*/spm/' $(grep -l ^/testbed/qemu-spm$ /var/cache/libvirt-spm/probe/*)";

  private static final String DEVICE =
      cell("<source><path>/dev/dax0.0</path><alignsize unit='MiB'>2</alignsize></source>");

  @RegisterExtension static final HookedHost HOOKED = new HookedHost();

  @BeforeAll
  static void makeDevice() {
    shell(MAKE_DEVICE);
  }

  @BeforeEach
  void rememberDialect() {
    shell("ln -sf /testbed/qemu-spm /usr/local/bin/qemu-system-spm");
    HOOKED.host().virtSpm("probe", "/testbed/qemu-spm").assertFine();
    shell(REMEMBER_DIALECT);
    // The wrapper writes there as whoever runs it.
    shell("rm -f /share/argv/*");
  }

  @AfterAll
  static void removeDevice() {
    shell(REMOVE_DEVICE);
  }

  private static LiveRun shell(String script) {
    return HOOKED.host().run("sh", "-e", "-c", script).assertFine();
  }

  private static String owner() {
    return shell("stat -c %U /dev/dax0.0").out().strip();
  }

  private static void define(String name) {
    define(name, "");
  }

  private static void define(String name, String more) {
    String xml =
        LiveDomains.withCell(name, DEVICE)
            .replace("<devices>", "<devices><emulator>/usr/local/bin/qemu-system-spm</emulator>")
            .replace("</domain>", more + "</domain>");
    String file = HOOKED.host().put(name + ".xml", xml);
    HOOKED.host().virtSpm("define", "--dialect", "spm", file).assertFine();
  }

  @Test
  void deviceIsTakenForTheGuestAndGivenBack() {
    define("d");
    assertEquals("root", owner());
    HOOKED.host().virsh("start", "d");
    assertEquals("libvirt-qemu", owner());
    define("e");
    assertEquals(
        "domain 'e': cell 1: /dev/dax0.0 is the memory of domain 'd'; end that one first, or name"
            + " another path",
        HOOKED.refusal("virsh", "start", "e"));
    assertEquals("libvirt-qemu", owner());
    HOOKED.host().virsh("destroy", "d");
    assertEquals("root", owner());
  }

  @Test
  void deviceThatIsHeldOpenIsNotGivenToAnother() {
    define("d");
    shell("sh -c 'exec 3</dev/dax0.0; echo $$ >/share/holder; exec sleep 300' >/dev/null 2>&1 &");
    shell("while ! [ -s /share/holder ]; do sleep 0.1; done; sleep 0.5");
    String pid = shell("cat /share/holder").out().strip();
    try {
      assertEquals(
          "domain 'd': cell 1: /dev/dax0.0 is open in process "
              + pid
              + " (sleep, user 0); end that, or name another path",
          HOOKED.refusal("virsh", "start", "d"));
      assertEquals("root", owner());
    } finally {
      shell("kill $(cat /share/holder); rm /share/holder");
    }
    shell("while [ -e /proc/" + pid + "/comm ]; do sleep 0.1; done");
    HOOKED.host().virsh("start", "d");
  }

  @Test
  void labelOfADomainGivesNoRights() {
    String label = "<seclabel type='static' model='dac'><label>+1234:+1234</label></seclabel>";
    define("d", label);
    assertEquals(
        "domain 'd': cell 1: /dev/dax0.0 is not for user '+1234', whom the domain's <seclabel>"
            + " names; remove that, or add device_users = +1234 to /etc/libvirt-spm/hook.conf",
        HOOKED.refusal("virsh", "start", "d"));
    assertEquals("root", owner());
    shell("mkdir -p /etc/libvirt-spm; echo 'device_users = +1234' >/etc/libvirt-spm/hook.conf");
    // That user can't reach libvirt's files for the guest: QEMU ends, but the hook lets it start.
    String words = HOOKED.host().run("virsh", "start", "d").assertStatus(1).err();
    assertFalse(words.contains("virt-spm"), words);
    assertEquals("root", owner());
  }

  @Test
  void deviceIsGivenBackAfterACrashOfGuestAndDaemon() {
    define("d");
    HOOKED.host().virsh("start", "d");
    shell("kill -KILL $(cat /run/libvirt/qemu/d.pid)\nrestart-libvirtd -KILL");
    shell(
        "for i in $(seq 100); do [ $(stat -c %U /dev/dax0.0) != root ] || break; sleep 0.1; done");
    assertEquals("root", owner());
    HOOKED.host().virsh("start", "d");
    assertEquals("libvirt-qemu", owner());
  }

  @Test
  void runningGuestKeepsItsDeviceWhenTheHookIsUninstalled() {
    define("d");
    HOOKED.host().virsh("start", "d");
    String said = HOOKED.host().virtSpm("hook", "uninstall").assertFine().out();
    assertEquals("libvirt-qemu", owner());
    assertEquals(
        "Guests that run keep the devices taken for them (d): run virt-spm hook uninstall when they"
            + " have ended",
        said.lines().toList().get(1));
    HOOKED.host().virsh("destroy", "d");
    shell("sleep 6");
    HOOKED.host().virtSpm("hook", "uninstall").assertFine();
    assertEquals("root", owner());
    HOOKED.host().virtSpm("hook", "install").assertFine();
    shell("restart-libvirtd");
  }
}
