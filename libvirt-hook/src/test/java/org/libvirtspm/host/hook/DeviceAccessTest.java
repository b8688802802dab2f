package org.libvirtspm.host.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DeviceAccessTest {

  private static final int QEMU = 107;

  @TempDir Path folder;

  private HostFolder host;
  private Path node;

  @BeforeEach
  void makeHost() throws Exception {
    host = HostFolder.in(folder);
    node = host.dax("dax0.0", "device_dax");
    Files.setAttribute(node, "unix:uid", 5);
  }

  private HookAnswer start(String name) throws Exception {
    return start(name, Documents.translated(name, "/dev/dax0.0", "spm"));
  }

  private HookAnswer start(String name, String document) throws Exception {
    return host.call("prepare", name, document);
  }

  @Test
  void deviceIsTakenAndGivenBack() throws Exception {
    assertEquals(HookAnswer.go(), start("d"));
    assertEquals(QEMU, host.owner(node));
    assertEquals(HookAnswer.go(), start("d"), "a second start of the same domain");
    assertEquals(QEMU, host.owner(node));
    assertEquals(HookAnswer.go(), host.call("release", "d", ""));
    assertEquals(5, host.owner(node));
    assertFalse(Files.exists(host.host().holding("d")));
  }

  @Test
  void ownLabelOfTheDomainDecides() throws Exception {
    String label = "<seclabel type='static' model='dac'><label>+9:+9</label></seclabel></domain>";
    String document = Documents.translated("d", "/dev/dax0.0", "memmap-type");
    assertEquals(HookAnswer.go(), start("d", document.replace("</domain>", label)));
    assertEquals(9, host.owner(node));
  }

  @Test
  void crashedHostsDevicesAreGivenBackByTheNextStart() throws Exception {
    assertEquals(HookAnswer.go(), start("d"));
    host.file("/proc/" + HostFolder.DAEMON + "/stat", HostFolder.stat(HostFolder.DAEMON, 2000));
    host.memory("/mem/a", 512);
    assertEquals(HookAnswer.go(), start("e", Documents.translated("e", "/mem/a")));
    assertEquals(5, host.owner(node));
  }

  @Test
  void runningGuestKeepsItsDeviceWhenLibvirtdCrashes() throws Exception {
    assertEquals(HookAnswer.go(), start("d"));
    host.guest("d", Documents.UUID, node);
    host.file("/proc/" + HostFolder.DAEMON + "/stat", HostFolder.stat(HostFolder.DAEMON, 2000));
    host.memory("/mem/a", 512);
    assertEquals(HookAnswer.go(), start("e", Documents.translated("e", "/mem/a")));
    assertEquals(QEMU, host.owner(node));
  }

  @Test
  void uninstallingKeepsOnlyWhatIsToBeGivenBack() throws Exception {
    assertEquals(HookAnswer.go(), start("d"));
    host.guest("d", Documents.UUID, node);
    host.memory("/mem/a", 512);
    assertEquals(HookAnswer.go(), start("e", Documents.translated("e", "/mem/a")));
    HookRecords records = new HookRecords(host.host());
    assertEquals(List.of("d"), records.remove());
    assertEquals(QEMU, host.owner(node));
    host.file("/proc/" + HostFolder.GUEST + "/cmdline", "another");
    host.file("/proc/" + HostFolder.DAEMON + "/stat", HostFolder.stat(HostFolder.DAEMON, 2000));
    assertEquals(List.of(), records.remove());
    assertEquals(5, host.owner(node));
    assertFalse(Files.exists(host.host().state()));
  }

  @Test
  void deviceThatSomebodyElseTookMeanwhileIsLeft() throws Exception {
    assertEquals(HookAnswer.go(), start("d"));
    Files.setAttribute(node, "unix:uid", 42);
    assertEquals(HookAnswer.go(), host.call("release", "d", ""));
    assertEquals(42, host.owner(node));
  }

  @Test
  void whatStandsInThePlaceOfADeviceIsLeft() throws Exception {
    assertEquals(HookAnswer.go(), start("d"));
    Path victim = host.file("/etc/shadow", "secret");
    int owner = host.owner(victim);
    Files.delete(node);
    Files.createSymbolicLink(node, victim);
    assertEquals(HookAnswer.go(), host.call("release", "d", ""));
    assertEquals(owner, host.owner(victim));
  }

  @Test
  void deviceIsCheckedThroughItsDescriptor() throws Exception {
    DaxDevice device = DaxDevice.named(host.host(), "dax0.0").orElseThrow();
    Path other = folder.resolve("dev/other");
    HostFolder.makeNode(other, 5);
    try (DeviceNode opened = DeviceNode.open(device)) {
      Files.move(other, node, StandardCopyOption.REPLACE_EXISTING);
      int before = host.owner(node);
      opened.giveTo(99);
      assertEquals(before, host.owner(node), "the name leads elsewhere by now");
    } catch (IOException e) {
      // The descriptor of a file without a name may refuse; nothing else was touched.
      assertTrue(host.owner(node) != 99, e.toString());
    }
    Refusal refusal = assertThrows(Refusal.class, () -> DeviceNode.open(device));
    assertTrue(refusal.getMessage().contains("is not the device-dax device 1:3"));
  }

  @Test
  void nothingButDaxNamesIsADevice() throws Exception {
    for (String name :
        new String[] {"null", "dax0.0/../null", "../dev/dax0.0", "dax0.0 ", "dax0", "dax.0"}) {
      assertEquals(Optional.empty(), DaxDevice.at(host.host(), "/dev/" + name));
    }
    assertEquals(Optional.empty(), DaxDevice.at(host.host(), "/etc/dax0.0"));
  }

  @Test
  void hiddenDeviceNamesTheSetting() throws Exception {
    host.file("/etc/libvirt/qemu.conf", "user = \"qemu\"\n");
    HookAnswer answer = start("d");
    assertEquals(HookAnswer.REFUSED, answer.status());
    assertEquals(
        "domain 'd': cell 1: /dev/dax0.0 is hidden from the guest's QEMU by libvirt; set"
            + " cgroup_device_acl = [ \"/dev/null\", \"/dev/full\", \"/dev/zero\","
            + " \"/dev/random\", \"/dev/urandom\", \"/dev/ptmx\", \"/dev/userfaultfd\","
            + " \"/dev/dax0.0\" ] in /etc/libvirt/qemu.conf and restart libvirt",
        answer.sentence());
    assertEquals(5, host.owner(node));
  }

  @Test
  void userOfQemuThatIsNotThereIsNamed() throws Exception {
    host.file(
        "/etc/libvirt/qemu.conf", "user = \"quemu\"\nnamespaces = []\ncgroup_controllers = []");
    assertEquals("domain 'd': QEMU's user 'quemu' is not in /etc/passwd", start("d").sentence());
    assertEquals(5, host.owner(node));
  }

  @Test
  void fileThatQemuCannotOpenNamesTheCommand() throws Exception {
    Path memory = host.memory("/mem/a", 512);
    HostFolder.run("chmod", "600", memory.toString());
    HookAnswer answer = start("d", Documents.translated("d", "/mem/a", "spm"));
    assertEquals(
        "domain 'd': cell 1: /mem/a can't be opened by the guest's QEMU; run chown 107 /mem/a",
        answer.sentence());
    assertEquals(0, host.owner(memory));
  }
}
