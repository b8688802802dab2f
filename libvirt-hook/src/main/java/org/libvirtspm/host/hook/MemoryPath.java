package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.Optional;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.DevdaxMode;
import org.libvirtspm.host.dax.FileFacts;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.domain.MemorySize;

/**
 * A cell's file or device, checked.
 *
 * @param device the dax device, if it is one
 */
record MemoryPath(SpmCell cell, FileFacts facts, Optional<DaxDevice> device) {

  private static final long BYTES_PER_KIB = 1024;

  /**
   * Checks the path of a cell that has one.
   *
   * @throws Refusal if the path cannot provide the cell's memory
   */
  static MemoryPath of(Host host, SpmCell cell) throws IOException {
    try {
      Path file = host.at(path(cell));
      FileFacts facts = FileFacts.of(file);
      if (facts.isCharacterDevice()) {
        return device(host, cell, FileFacts.of(file, LinkOption.NOFOLLOW_LINKS));
      }
      checkFile(cell, facts);
      return new MemoryPath(cell, facts, Optional.empty());
    } catch (NoSuchFileException e) {
      throw refusal(cell, "does not exist; create it, or name another path", e);
    }
  }

  private static void checkFile(SpmCell cell, FileFacts facts) {
    if (facts.isFolder()) {
      return;
    }
    if (!facts.isRegular()) {
      throw refusal(cell, "is neither a device-dax device nor a file; name one", null);
    }
    if (facts.sizeBytes() > 0 && facts.sizeBytes() < bytes(cell)) {
      throw tooSmall(cell, facts.sizeBytes());
    }
  }

  private static MemoryPath device(Host host, SpmCell cell, FileFacts facts) throws IOException {
    Optional<DaxDevice> device = host.devices().at(path(cell));
    if (device.isEmpty()
        || !facts.isCharacterDevice()
        || !facts.number().equals(device.get().number())) {
      throw refusal(
          cell,
          "is a device that sysfs does not know as device-dax under this name; name one that ls"
              + " /sys/bus/dax/devices shows",
          null);
    }
    checkDriver(host, cell, device.get());
    checkDevice(cell, device.get());
    return new MemoryPath(cell, facts, device);
  }

  private static void checkDriver(Host host, SpmCell cell, DaxDevice device) {
    if (device.isUsable()) {
      return;
    }
    DevdaxMode mode = new DevdaxMode(host.files(), device.name());
    String remedy = "; run " + mode.now();
    if (mode.needsReboot()) {
      remedy = " until the next boot; virt-spm check shows what to do before it";
    }
    if (device.isSystemRam()) {
      throw refusal(cell, "is in use by the host as system RAM (driver kmem)" + remedy, null);
    }
    String driver = device.driver().map(d -> "driver " + d).orElse("no driver");
    throw refusal(cell, "has " + driver + " in place of device_dax" + remedy, null);
  }

  private static void checkDevice(SpmCell cell, DaxDevice device) {
    if (device.sizeBytes() < bytes(cell)) {
      throw tooSmall(cell, device.sizeBytes());
    }
    checkAlignment(cell, device);
  }

  private static void checkAlignment(SpmCell cell, DaxDevice device) {
    String align = MemorySize.words(device.alignKib());
    if (cell.sizeKib() % device.alignKib() != 0) {
      throw refusal(
          cell,
          "can be used in multiples of "
              + align
              + " only, and the cell has "
              + MemorySize.words(cell.sizeKib())
              + "; change its memory",
          null);
    }
    long kib = cell.alignKib().orElse(0);
    if (kib == 0 || kib % device.alignKib() != 0) {
      throw refusal(
          cell,
          "needs an alignment of "
              + align
              + ", and the cell has "
              + (kib == 0 ? "none" : MemorySize.words(kib))
              + "; set <alignsize> to "
              + align,
          null);
    }
  }

  private static Refusal tooSmall(SpmCell cell, long bytes) {
    return refusal(
        cell,
        "has "
            + (bytes % BYTES_PER_KIB == 0
                ? MemorySize.words(bytes / BYTES_PER_KIB)
                : bytes + " bytes")
            + ", less than the cell's "
            + MemorySize.words(cell.sizeKib())
            + "; make the cell smaller, or name a larger one",
        null);
  }

  /** Makes a refusal that begins with the cell and its path. */
  static Refusal refusal(SpmCell cell, String what, Throwable cause) {
    return new Refusal("cell " + cell.id() + ": " + path(cell) + " " + what, cause);
  }

  /** Returns the path. */
  String path() {
    return path(cell);
  }

  private static String path(SpmCell cell) {
    return cell.path().orElseThrow();
  }

  private static long bytes(SpmCell cell) {
    return cell.sizeKib() * BYTES_PER_KIB;
  }
}
