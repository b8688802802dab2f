package org.libvirtspm.host.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

class MissingKvmTest {

  private final LibvirtFailure firmware =
      new LibvirtFailure(
          "libvirt did not define the domain: operation failed: Unable to find 'efi' firmware that"
              + " is compatible with the current configuration",
          null);

  @Test
  void causeIsNamedBesideWhatLibvirtSays() {
    LibvirtFailure told = MissingKvm.explained(firmware, domain("kvm"), true);
    assertEquals(
        firmware.getMessage() + "; there is no /dev/kvm, which a domain of type='kvm' needs",
        told.getMessage());
    assertEquals(
        "virt-spm doctor says how to get it; type='qemu' does without, slowly", told.remedy());
  }

  @Test
  void otherFailuresStayAsTheyAre() {
    assertSame(firmware, MissingKvm.explained(firmware, domain("kvm"), false));
    assertSame(firmware, MissingKvm.explained(firmware, domain("qemu"), true));
    LibvirtFailure schema = new LibvirtFailure("libvirt did not define the domain: no", null);
    assertSame(schema, MissingKvm.explained(schema, domain("kvm"), true));
  }

  private static byte[] domain(String type) {
    return ("<domain type='" + type + "'><name>d</name></domain>").getBytes(StandardCharsets.UTF_8);
  }
}
