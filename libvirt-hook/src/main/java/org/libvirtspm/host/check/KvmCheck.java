package org.libvirtspm.host.check;

import java.nio.file.Files;
import java.util.List;
import org.libvirtspm.host.libvirt.MissingKvm;

/**
 * Checks whether a domain needs KVM on a host without it; libvirt would then report missing
 * firmware.
 */
final class KvmCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    boolean isThere = Files.exists(subject.host().at(MissingKvm.DEVICE));
    if (!subject.translated().type().equals("kvm") || isThere) {
      return List.of();
    }
    return List.of(
        Finding.error(
            Code.KVM,
            MissingKvm.FACT,
            "libvirt neither finds firmware for it nor starts it",
            MissingKvm.REMEDY));
  }
}
