package org.libvirtspm.host.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class MemoryPathTest {

  @TempDir Path folder;

  private HostFolder host;

  @BeforeEach
  void makeHost() throws IOException {
    host = HostFolder.in(folder);
  }

  private String refusal(String name, String path) throws IOException {
    HookAnswer answer = host.call("prepare", name, Documents.translated(name, path));
    assertEquals(HookAnswer.REFUSED, answer.status(), answer.sentence());
    return answer.sentence();
  }

  private void assertGoes(String name, String path) throws IOException {
    assertEquals(HookAnswer.go(), host.call("prepare", name, Documents.translated(name, path)));
  }

  @Test
  void missingPath() throws IOException {
    assertEquals(
        "domain 'd': cell 1: /mem/a does not exist; create it, or name another path",
        refusal("d", "/mem/a"));
  }

  @Test
  void smallFile() throws IOException {
    host.memory("/mem/a", 256);
    assertEquals(
        "domain 'd': cell 1: /mem/a has 256 MiB, less than the cell's 512 MiB; make the cell"
            + " smaller, or name a larger one",
        refusal("d", "/mem/a"));
  }

  @Test
  void oneFileOfTwoCellsUnderTwoNames() throws Exception {
    Path file = host.memory("/mem/a", 512);
    Files.createLink(file.resolveSibling("b"), file);
    Files.createSymbolicLink(file.resolveSibling("c"), Path.of("a"));
    for (String other : List.of("/mem/b", "/mem/c")) {
      HookAnswer answer = host.call("prepare", "d", Documents.ofTwo("d", "/mem/a", other));
      assertEquals(
          "domain 'd': cell 2: "
              + other
              + " is the memory of cell 1 too, which names it /mem/a; name another path",
          answer.sentence());
    }
    host.memory("/mem/d", 512);
    String apart = Documents.ofTwo("d", "/mem/a", "/mem/d");
    assertEquals(HookAnswer.go(), host.call("prepare", "d", apart));
  }

  @Test
  void emptyFileWillGrow() throws IOException {
    host.file("/mem/a", "");
    assertGoes("d", "/mem/a");
  }

  @Test
  void pipe() throws Exception {
    Files.createDirectories(folder.resolve("mem"));
    HostFolder.run("mkfifo", folder + "/mem/a");
    assertEquals(
        "domain 'd': cell 1: /mem/a is neither a device-dax device nor a file; name one",
        refusal("d", "/mem/a"));
  }

  @Test
  void daxDevice() throws Exception {
    Path node = host.dax("dax0.0", "device_dax");
    int owner = host.owner(node);
    assertGoes("d", "/dev/dax0.0");
    assertEquals(owner, host.owner(node), "libvirt hands over devices it knows");
  }

  @Test
  void daxDeviceThatIsSystemRam() throws Exception {
    host.dax("dax0.0", "kmem");
    assertEquals(
        "domain 'd': cell 1: /dev/dax0.0 is in use by the host as system RAM (driver kmem) until"
            + " the next boot; virt-spm check shows what to do before it",
        refusal("d", "/dev/dax0.0"));
    host.file("/sys/bus/dax/devices/dax0.0/resource", "0x140000000\n");
    host.file("/sys/devices/system/memory/block_size_bytes", "8000000\n");
    assertEquals(
        "domain 'd': cell 1: /dev/dax0.0 is in use by the host as system RAM (driver kmem); run"
            + " daxctl reconfigure-device --mode=devdax dax0.0",
        refusal("d", "/dev/dax0.0"));
  }

  @Test
  void daxDeviceWithoutDriver() throws Exception {
    host.dax("dax0.0", "");
    assertTrue(
        refusal("d", "/dev/dax0.0").contains("has no driver in place of device_dax; run daxctl"));
  }

  @Test
  void daxDeviceThatIsTooSmall() throws Exception {
    host.dax("dax0.0", "device_dax");
    host.file("/sys/bus/dax/devices/dax0.0/size", "268435456\n");
    assertTrue(refusal("d", "/dev/dax0.0").contains("has 256 MiB, less than the cell's 512 MiB"));
  }

  @Test
  void daxDeviceOfCoarserAlignment() throws Exception {
    host.dax("dax0.0", "device_dax");
    host.file("/sys/bus/dax/devices/dax0.0/align", "1073741824\n");
    assertEquals(
        "domain 'd': cell 1: /dev/dax0.0 can be used in multiples of 1 GiB only, and the cell has"
            + " 512 MiB; change its memory",
        refusal("d", "/dev/dax0.0"));
    host.file("/sys/bus/dax/devices/dax0.0/align", "16777216\n");
    assertEquals(
        "domain 'd': cell 1: /dev/dax0.0 needs an alignment of 16 MiB, and the cell has 2 MiB; set"
            + " <alignsize> to 16 MiB",
        refusal("d", "/dev/dax0.0"));
  }

  @Test
  void deviceThatIsNoDax() throws Exception {
    Files.createDirectories(folder.resolve("dev"));
    HostFolder.makeNode(folder.resolve("dev/zero"), 5);
    String other =
        " is a device that sysfs does not know as device-dax under this name; name one that ls"
            + " /sys/bus/dax/devices shows";
    assertEquals("domain 'd': cell 1: /dev/zero" + other, refusal("d", "/dev/zero"));
    host.describeDax("dax0.0", "device_dax");
    HostFolder.makeNode(folder.resolve("dev/dax0.0"), 5);
    assertEquals("domain 'd': cell 1: /dev/dax0.0" + other, refusal("d", "/dev/dax0.0"));
    assertEquals(
        "domain 'd': cell 1: /dev/x/../dax0.0" + other, withFolder("/dev/x", "/dev/x/../dax0.0"));
  }

  private String withFolder(String made, String path) throws IOException {
    Files.createDirectories(host.host().at(made));
    return refusal("d", path);
  }

  @Test
  void linkToADevice() throws Exception {
    Path node = host.dax("dax0.0", "device_dax");
    Files.createSymbolicLink(folder.resolve("dev/dax1.0"), node);
    host.describeDax("dax1.0", "device_dax");
    assertTrue(refusal("d", "/dev/dax1.0").contains("sysfs does not know as device-dax"));
  }

  @Test
  void memoryOfARunningGuest() throws IOException {
    host.guest("other", "0", host.memory("/mem/a", 512));
    assertEquals(
        "domain 'd': cell 1: /mem/a is the memory of domain 'other'; end that one first, or name"
            + " another path",
        refusal("d", "/mem/a"));
  }

  @Test
  void memoryOfAGuestThatIsBeingStarted() throws IOException {
    host.memory("/mem/a", 512);
    Files.createLink(folder.resolve("mem/b"), folder.resolve("mem/a"));
    assertGoes("first", "/mem/a");
    assertGoes("first", "/mem/a");
    assertEquals(
        "domain 'd': cell 1: /mem/b is the memory of domain 'first', which is being started; end"
            + " that one first, or name another path",
        refusal("d", "/mem/b"));
    assertEquals(HookAnswer.go(), host.call("release", "first", ""));
    assertGoes("d", "/mem/b");
  }

  @Test
  void memoryOfAStartThatACrashEnded() throws IOException {
    host.memory("/mem/a", 512);
    assertGoes("first", "/mem/a");
    host.file("/proc/" + HostFolder.DAEMON + "/stat", HostFolder.stat(HostFolder.DAEMON, 2000));
    assertGoes("d", "/mem/a");
    assertFalse(Files.exists(host.host().holding("first")));
  }
}
