package org.libvirtspm.translator;

import java.util.Locale;
import java.util.Optional;

/** How the SPM of a document reaches QEMU. */
public enum Form {
  /** As a NUMA node and a memory device in libvirt's XML; libvirt counts the memory. */
  NATIVE,
  /** As QEMU arguments in {@code <qemu:commandline>}, which libvirt does not interpret. */
  PASSTHROUGH;

  /** Returns the form of a name; empty for an unknown name. */
  public static Optional<Form> find(String word) {
    for (Form form : values()) {
      if (form.word().equals(word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** Returns the name used in documents: {@code native} or {@code passthrough}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
