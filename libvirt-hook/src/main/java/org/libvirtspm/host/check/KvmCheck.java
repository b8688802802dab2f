package org.libvirtspm.host.check;

import java.nio.file.Files;
import java.util.List;
import org.libvirtspm.host.libvirt.MissingKvm;

/** Whether a domain wants KVM where there is none; libvirt then says that it finds no firmware. */
public final class KvmCheck implements Check {

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
