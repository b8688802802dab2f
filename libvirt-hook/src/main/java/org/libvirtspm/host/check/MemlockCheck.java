package org.libvirtspm.host.check;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Element;

/** Checks whether all guest memory can be locked for devices with DMA. */
final class MemlockCheck implements Check {

  /** libvirt's own allowance above the guest's memory, in KiB. */
  private static final long MARGIN_KIB = 1 << 20;

  @Override
  public List<Finding> of(Subject subject) {
    Element root = subject.translated().root();
    boolean dma = root.child("devices").stream().anyMatch(MemlockCheck::hasPassthrough);
    if (!dma) {
      return List.of();
    }
    Optional<Element> limit = root.descend("memtune", "hard_limit");
    if (limit.isPresent()) {
      return List.of(limit(limit.get(), neededKib(subject)));
    }
    boolean locked = root.descend("memoryBacking", "locked").isPresent();
    if (subject.isHiddenFromLibvirt() && !locked) {
      return List.of(
          Finding.error(
              Code.LOCKED_MEMORY,
              "the memory of this domain is not locked",
              "libvirt's limit misses the special memory, and mapping it for DMA fails",
              subject.remedy().virtSpm("apply", subject.translated().name())
                  + " adds <memoryBacking><locked/>"));
    }
    return List.of(
        Finding.ok(
            Code.LOCKED_MEMORY,
            locked
                ? "the memory is locked without a limit"
                : "libvirt counts the special memory in its limit for locked memory"));
  }

  private static boolean hasPassthrough(Element devices) {
    return devices.elements().stream()
        .anyMatch(
            d ->
                isTyped(d, "hostdev", "pci")
                    || isTyped(d, "hostdev", "mdev")
                    || isTyped(d, "interface", "hostdev")
                    || isTyped(d, "interface", "vdpa")
                    || isTyped(d, "disk", "nvme"));
  }

  private static boolean isTyped(Element device, String name, String type) {
    return device.is(name) && device.value("type").filter(type::equals).isPresent();
  }

  private static long neededKib(Subject subject) {
    long special = subject.cells().stream().mapToLong(SpmCell::sizeKib).sum();
    long ordinary = subject.translated().root().child("memory").map(MemlockCheck::kib).orElse(0L);
    return MARGIN_KIB + (subject.isHiddenFromLibvirt() ? special + ordinary : ordinary);
  }

  private static long kib(Element size) {
    try {
      return MemorySize.kib(size.text(), size.value("unit").orElse(""));
    } catch (BadValueException e) {
      return 0;
    }
  }

  private static Finding limit(Element limit, long neededKib) {
    String size = MemorySize.words(kib(limit));
    return kib(limit) >= neededKib
        ? Finding.ok(Code.LOCKED_MEMORY, "the hard limit of " + size + " covers all memory")
        : Finding.error(
            Code.LOCKED_MEMORY,
            "the hard limit of " + size + " is less than the guest's memory and 1 GiB",
            "locking the guest's memory for DMA fails",
            "<hard_limit unit='KiB'>" + neededKib + "</hard_limit>");
  }
}
