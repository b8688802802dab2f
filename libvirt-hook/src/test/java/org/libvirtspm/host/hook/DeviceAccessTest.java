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
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.dax.DaxDevice;

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

  /** Its release was missed, and its domain changed since. */
  @Test
  void deviceOfAnEarlierStartIsGivenBackByARefusedOne() throws Exception {
    assertEquals(HookAnswer.go(), start("d"));
    HookAnswer answer = start("d", Documents.extended("d", "/dev/dax0.0"));
    assertEquals(HookAnswer.REFUSED, answer.status());
    assertEquals(5, host.owner(node));
    assertTrue(Holding.read(host.host().holding("d")).isToApply());
  }

  private static String labelled(String user, String dialect) {
    String label = "<seclabel type='static' model='dac'><label>@:+9</label></seclabel></domain>";
    return Documents.translated("d", "/dev/dax0.0", dialect)
        .replace("</domain>", label.replace("@", user));
  }

  @ParameterizedTest
  @ValueSource(strings = {"spm", "memmap-type", "sp-mem"})
  void labelOfTheDomainGivesNoRights(String dialect) throws Exception {
    assertEquals(
        "domain 'd': cell 1: /dev/dax0.0 is not for user '+9', whom the domain's <seclabel> names;"
            + " remove that, or add device_users = +9 to "
            + folder
            + "/etc/hook.conf",
        start("d", labelled("+9", dialect)).sentence());
    assertEquals(5, host.owner(node));
    assertFalse(Files.exists(host.host().holding("d")));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+9", "9", "other", "nobody-knows, +9", "root,other"})
  void labelMayNameWhomTheConfigurationLists(String users) throws Exception {
    host.file("/etc/passwd", "root:x:0:0::/:\nqemu:x:107:107::/:\nother:x:9:9::/:\n");
    host.file("/etc/hook.conf", "device_users = " + users + "\n");
    assertEquals(HookAnswer.go(), start("d", labelled("+9", "spm")));
    assertEquals(9, host.owner(node));
  }

  @ParameterizedTest
  @ValueSource(strings = {"+107", "107", "qemu"})
  void labelMayNameTheUserOfQemuConf(String user) throws Exception {
    assertEquals(HookAnswer.go(), start("d", labelled(user, "spm")));
    assertEquals(QEMU, host.owner(node));
  }

  @Test
  void deviceThatSomebodyHasOpenIsNotTaken() throws Exception {
    Path other = folder.resolve("other-name");
    HostFolder.makeNode(other, 3);
    host.opens(4711, "cat", other);
    String process = "4711 (cat, user " + host.owner(folder) + ")";
    for (String dialect : List.of("spm", "sp-mem")) {
      assertEquals(
          "domain 'd': cell 1: /dev/dax0.0 is open in process "
              + process
              + "; end that, or name another path",
          start("d", Documents.translated("d", "/dev/dax0.0", dialect)).sentence());
      assertEquals(5, host.owner(node));
      assertFalse(Files.exists(host.host().holding("d")));
    }
    host.closes(4711);
    assertEquals(HookAnswer.go(), start("d"));
    host.opens(4711, "cat", other);
    assertEquals(
        "domain 'd': /dev/dax0.0 is still open in process "
            + process
            + "; no domain gets it before that has ended",
        host.call("release", "d", "").sentence());
    assertEquals(5, host.owner(node));
    assertEquals(HookAnswer.REFUSED, start("e").status());
  }

  @Test
  void deviceThatIsOnlyMappedIsSeen() throws Exception {
    host.opens(4710, "first", folder.resolve("etc/passwd"));
    host.opens(4711, "second", folder.resolve("etc/passwd"));
    for (int process : new int[] {4710, 4711}) {
      host.file("/proc/" + process + "/maps", "00400000-00401000 rw-s 00000000 00:06 99   /x y\n");
    }
    Path link = folder.resolve("proc/4711/map_files/400000-401000");
    Files.createDirectories(link.getParent());
    Files.createSymbolicLink(link, node);
    assertTrue(start("d").sentence().contains("is open in process 4711 (second"));
  }

  @Test
  void deviceThatAThreadHasOpenIsSeenWhenTheFirstHasEnded() throws Exception {
    host.opens(4712, "thread", node);
    Files.createDirectories(folder.resolve("thread"));
    Files.move(folder.resolve("proc/4712"), folder.resolve("thread/4712"));
    host.file("/proc/4711/comm", "ended\n");
    Files.createDirectories(folder.resolve("proc/4711/fd"));
    Files.createDirectories(folder.resolve("proc/4711/task/4712"));
    assertEquals(HookAnswer.go(), start("d"));
    assertEquals(HookAnswer.go(), host.call("release", "d", ""));
    Files.move(folder.resolve("thread/4712"), folder.resolve("proc/4712"));
    assertTrue(start("d").sentence().contains("is open in process 4711 (ended"));
  }

  @Test
  void deviceThatIsGoneIsGivenUp() throws Exception {
    assertEquals(HookAnswer.go(), start("d"));
    Files.delete(node);
    host.memory("/mem/a", 512);
    assertEquals(HookAnswer.go(), start("d", Documents.translated("d", "/mem/a", "sp-mem")));
    assertEquals(HookAnswer.go(), host.call("release", "d", ""));
  }

  @Test
  void deviceThatIsGoneAtTheEndIsNamed() throws Exception {
    assertEquals(HookAnswer.go(), start("d"));
    Files.delete(node);
    assertEquals(
        "domain 'd': /dev/dax0.0 is gone, and its owner is not changed back",
        host.call("release", "d", "").sentence());
    assertFalse(Files.exists(host.host().holding("d")));
  }

  @Test
  void filesOfLibvirtsOwnProcessNumberAreNoGuests() throws Exception {
    Path memory = host.memory("/mem/a", 512);
    host.file("/run/libvirt/qemu/a-gone.pid", "999999\n");
    host.file("/run/libvirt/qemu/a-wrong.pid", "\n");
    host.guest("driver", Documents.UUID, memory);
    host.file("/proc/" + HostFolder.GUEST + "/cmdline", "/usr/sbin/virtqemud\0");
    assertEquals(HookAnswer.go(), start("e", Documents.translated("e", "/mem/a")));
    assertEquals(HookAnswer.go(), host.call("release", "e", ""));
    Files.delete(folder.resolve("run/libvirt/qemu/driver.pid"));
    host.guest("d", Documents.UUID, memory);
    assertTrue(
        start("e", Documents.translated("e", "/mem/a")).sentence().contains("of domain 'd'"));
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
    DaxDevice device = host.host().devices().named("dax0.0").orElseThrow();
    Path other = folder.resolve("dev/other");
    HostFolder.makeNode(other, 5);
    try (DeviceNode opened = DeviceNode.open(host.host(), device)) {
      Files.move(other, node, StandardCopyOption.REPLACE_EXISTING);
      int before = host.owner(node);
      opened.giveTo(99);
      assertEquals(before, host.owner(node), "the name leads elsewhere by now");
    } catch (IOException e) {
      // The descriptor of a file without a name may refuse; nothing else was touched.
      assertTrue(host.owner(node) != 99, e.toString());
    }
    Refusal refusal = assertThrows(Refusal.class, () -> DeviceNode.open(host.host(), device));
    assertTrue(refusal.getMessage().contains("is not the device-dax device 1:3"));
  }

  @Test
  void nothingButDaxNamesIsADevice() throws Exception {
    for (String name :
        new String[] {"null", "dax0.0/../null", "../dev/dax0.0", "dax0.0 ", "dax0", "dax.0"}) {
      assertEquals(Optional.empty(), host.host().devices().at("/dev/" + name));
    }
    assertEquals(Optional.empty(), host.host().devices().at("/etc/dax0.0"));
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
    for (String passed :
        List.of(Documents.translated("d", "/mem/a", "spm"), Documents.bound("d", "/mem/a"))) {
      assertEquals(
          "domain 'd': cell 1: /mem/a can't be opened by the guest's QEMU; run chown 107 /mem/a",
          start("d", passed).sentence());
      assertEquals(0, host.owner(memory));
    }
    assertEquals(HookAnswer.go(), start("d", Documents.translated("d", "/mem/a", "sp-mem")));
  }
}
