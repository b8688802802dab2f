package org.libvirtspm.host.dax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** hosttest runs these commands on a real host; here is which of them is printed in which state. */
class DevdaxModeTest {

  private static final String AT_EACH_BOOT =
      "echo 'ACTION==\"add\", SUBSYSTEM==\"dax\", KERNEL==\"dax0.0\","
          + " RUN+=\"/usr/bin/daxctl reconfigure-device --mode=devdax dax0.0\"'"
          + " >>/etc/udev/rules.d/60-libvirt-spm.rules";

  @TempDir private Path root;

  private FakeHost host;

  @BeforeEach
  void twoBlocks() throws IOException {
    host = new FakeHost(root);
    host.write("/sys/devices/system/memory/block_size_bytes", "8000000");
    block(40, "offline", "Normal Movable");
    block(41, "offline", "Normal Movable");
    // Not of this device.
    block(42, "online", "Normal");
  }

  private void block(int number, String state, String zones) throws IOException {
    host.write("/sys/devices/system/memory/memory" + number + "/state", state);
    host.write("/sys/devices/system/memory/memory" + number + "/valid_zones", zones);
  }

  private DevdaxMode device(String driver) throws IOException {
    host.dax("dax0.0", "platform/hmem.0", "268435456", "1", driver);
    host.write("/sys/devices/platform/hmem.0/dax0.0/resource", "0x140000000");
    return new DevdaxMode(host.files(), "dax0.0");
  }

  @Test
  void noDriver() throws IOException {
    block(41, "online", "Normal");
    String now = "daxctl reconfigure-device --mode=devdax dax0.0";
    DevdaxMode mode = device("");
    assertEquals(now, mode.now());
    assertEquals(now + "\n" + AT_EACH_BOOT, mode.commands());
  }

  @Test
  void offline() throws IOException {
    assertEquals("daxctl reconfigure-device --mode=devdax dax0.0", device("kmem").now());
  }

  @Test
  void movable() throws IOException {
    block(41, "online", "Movable");
    DevdaxMode mode = device("kmem");
    assertEquals("daxctl reconfigure-device --mode=devdax --force dax0.0", mode.now());
    assertFalse(mode.needsReboot());
  }

  @Test
  void usedByTheKernel() throws IOException {
    block(40, "online", "Normal");
    block(41, "online", "Movable");
    DevdaxMode mode = device("kmem");
    assertEquals(
        """
        echo blacklist kmem >/etc/modprobe.d/libvirt-spm.conf
        %s
        reboot"""
            .formatted(AT_EACH_BOOT),
        mode.commands());
    assertTrue(mode.needsReboot());
  }

  @Test
  void addressOnlyRootMaySee() throws IOException {
    DevdaxMode mode = device("kmem");
    host.write("/sys/devices/platform/hmem.0/dax0.0/resource", "0x0");
    assertTrue(mode.needsReboot());
  }
}
