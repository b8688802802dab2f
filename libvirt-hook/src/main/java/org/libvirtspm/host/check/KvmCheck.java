package org.libvirtspm.host.check;

import java.nio.file.Files;
import java.util.List;

/** Whether a domain wants KVM where there is none; libvirt then says that it finds no firmware. */
public final class KvmCheck implements Check {

  private static final String KVM = "/dev/kvm";

  @Override
  public List<Finding> of(Subject subject) {
    if (!subject.translated().type().equals("kvm") || Files.exists(subject.host().at(KVM))) {
      return List.of();
    }
    return List.of(
        Finding.error(
            Code.KVM,
            "there is no " + KVM + ", which a domain of type='kvm' needs",
            "libvirt neither finds firmware for it nor starts it",
            "virt-spm doctor says how to get it; type='qemu' does without, slowly"));
  }
}
