package org.libvirtspm.translator;

import java.util.Locale;
import java.util.Optional;

/** How a dialect is brought through libvirt. */
public enum Form {
  /** libvirt knows the node and its memory device, and counts the memory. */
  NATIVE,
  /** The node goes to QEMU as an argument that libvirt does not look into. */
  PASSTHROUGH;

  /** The form of that name; empty when there is none. */
  public static Optional<Form> find(String word) {
    for (Form form : values()) {
      if (form.word().equals(word)) {
        return Optional.of(form);
      }
    }
    return Optional.empty();
  }

  /** The name used in documents: {@code native} or {@code passthrough}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }
}
