package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.function.Predicate;
import org.libvirtspm.translator.internal.xml.Element;

/** Sizes of the domain's own memory devices, which libvirt counts in {@code <memory>}. */
public final class MemoryDeviceSizes {

  private MemoryDeviceSizes() {}

  /**
   * Returns the sum in KiB, 8 EiB if it is more. An unreadable size counts as 0, since libvirt
   * refuses it.
   */
  public static long sumKib(Element root) {
    return sumKib(root, device -> true);
  }

  /** Returns the sum of those devices that are counted, in the same way. */
  public static long sumKib(Element root, Predicate<Element> counted) {
    long sum = 0;
    for (Element devices : root.elements("devices")) {
      for (Element memory : devices.elements("memory")) {
        sum = counted.test(memory) ? Math.min(sum + kib(memory), MemorySize.MAX_KIB) : sum;
      }
    }
    return sum;
  }

  /** Returns the size of one device in KiB; 0 if it is not readable. */
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
