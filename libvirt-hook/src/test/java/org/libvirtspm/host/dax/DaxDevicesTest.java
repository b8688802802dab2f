package org.libvirtspm.host.dax;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DaxDevicesTest {

  @TempDir Path root;

  @Test
  void deviceIsReadWhole() throws IOException {
    FakeHost host = new FakeHost(root);
    host.dax("dax0.0", "platform/hmem.0", "17179869184", "2", "device_dax");
    assertEquals(
        List.of(
            new DaxDevice(
                "dax0.0",
                "252:0",
                17179869184L,
                OptionalLong.of(2097152),
                OptionalLong.of(2),
                OptionalLong.of(0),
                Optional.of("device_dax"))),
        new DaxDevices(host.files()).all());
  }

  @Test
  void deviceBelongsToAnAcceleratorOfItsNode() throws IOException {
    FakeHost host = new FakeHost(root);
    host.dax("dax0.0", "platform/hmem.0", "17179869184", "2", "device_dax");
    host.pci("0000:c1:00.0", "0x020000", "2");
    host.pci("0000:c2:00.0", "0x030200", "2");
    DaxDevices devices = new DaxDevices(host.files());
    assertEquals(Optional.of("0000:c2:00.0"), devices.pciDevice(devices.all().get(0)));
  }

  @Test
  void deviceBelowPciBelongsToIt() throws IOException {
    FakeHost host = new FakeHost(root);
    host.dax("dax1.0", "pci0000:35/0000:35:00.0/0000:36:00.0/dax_region1", "0", "-1", "");
    DaxDevice device = new DaxDevices(host.files()).at("/dev/dax1.0").orElseThrow();
    assertEquals(Optional.of("0000:36:00.0"), new DaxDevices(host.files()).pciDevice(device));
    assertFalse(device.isUsable());
    assertFalse(device.isSystemRam());
  }

  @Test
  void kmemIsSystemRam() throws IOException {
    FakeHost host = new FakeHost(root);
    host.dax("dax0.0", "platform/hmem.0", "1073741824", "1", "kmem");
    assertTrue(new DaxDevices(host.files()).all().get(0).isSystemRam());
  }

  @Test
  void hostWithoutDaxHasNone() {
    assertEquals(List.of(), new DaxDevices(new HostFiles(root)).all());
    assertEquals(Optional.empty(), new DaxDevices(new HostFiles(root)).at("/dev/dax0.0"));
  }
}
