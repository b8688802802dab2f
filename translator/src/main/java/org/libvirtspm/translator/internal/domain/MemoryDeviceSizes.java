package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;

/** What the domain's own memory devices add to its memory, as libvirt counts it. */
public final class MemoryDeviceSizes {

  private MemoryDeviceSizes() {}

  /** The sum in KiB; what cannot be read counts nothing, libvirt will refuse it. */
  public static long sumKib(Element root) {
    return root.elements("devices").stream()
        .flatMap(d -> d.elements("memory").stream())
        .mapToLong(MemoryDeviceSizes::kib)
        .sum();
  }

  /** What one device adds, in KiB; 0 where it cannot be read. */
  public static long kib(Element device) {
    Optional<Element> size = device.descend("target", "size");
    try {
      return size.isEmpty()
          ? 0
          : MemorySize.kib(size.get().text(), size.get().value("unit").orElse(""));
    } catch (BadValueException bad) {
      return 0;
    }
  }
}
