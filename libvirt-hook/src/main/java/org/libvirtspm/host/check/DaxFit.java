package org.libvirtspm.host.check;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.DevdaxMode;
import org.libvirtspm.translator.internal.domain.MemorySize;

/**
 * Compares a cell with the dax device that backs it.
 *
 * @param subject beginning of each finding: the device, and the guest node if known
 * @param sizeKib the cell's size in KiB
 * @param askedAlignKib requested alignment in KiB; empty for the device's own
 */
public record DaxFit(
    String subject, long sizeKib, OptionalLong askedAlignKib, DaxDevice device, DevdaxMode mode) {

  /** Returns the mismatches, or a description of the fit if there are none. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    driver(subject, device, mode).ifPresent(findings::add);
    size(findings);
    align(findings);
    if (findings.isEmpty()) {
      findings.add(
          Finding.ok(
              Code.DEVICE,
              subject + " holds " + MemorySize.words(device.sizeKib()) + on(device.targetNode())));
    }
    return findings;
  }

  private static String on(OptionalLong node) {
    return node.isPresent() ? " on host node " + node.getAsLong() : "";
  }

  /** Returns the finding about a device's driver, if it is the wrong one. */
  public static Optional<Finding> driver(String subject, DaxDevice device, DevdaxMode mode) {
    if (device.isSystemRam()) {
      return Optional.of(
          Finding.error(
              Code.DEVICE_DRIVER,
              subject + " is bound to kmem: it is system RAM of the host",
              "QEMU can't open it" + (mode.needsReboot() ? ", and only a reboot frees it" : ""),
              mode.commands()));
    }
    return device.isUsable()
        ? Optional.empty()
        : Optional.of(
            Finding.error(
                Code.DEVICE_DRIVER,
                subject
                    + device
                        .driver()
                        .map(d -> " is bound to " + d + ", not to device_dax")
                        .orElse(" has no driver"),
                "only device_dax lets QEMU map the memory",
                mode.commands()));
  }

  private void size(List<Finding> findings) {
    if (device.sizeKib() == 0) {
      findings.add(
          Finding.error(
              Code.DEVICE_SIZE,
              subject + " has no memory",
              "a device is empty when daxctl has destroyed it, or before it gets its size",
              "name another; " + ShellWord.virtSpm() + " devices shows those there are"));
    } else if (sizeKib > device.sizeKib()) {
      findings.add(
          Finding.error(
              Code.DEVICE_SIZE,
              subject
                  + " holds "
                  + MemorySize.words(device.sizeKib())
                  + ", less than the cell's "
                  + MemorySize.words(sizeKib),
              "QEMU refuses a backing store that is too small",
              "give the cell memory='" + device.sizeKib() + "' unit='KiB'"));
    }
  }

  private void align(List<Finding> findings) {
    long alignKib = device.alignKib();
    if (sizeKib % alignKib != 0) {
      findings.add(
          Finding.error(
              Code.DEVICE_ALIGNMENT,
              subject + ": the cell's size is no multiple of " + MemorySize.words(alignKib),
              "device-dax maps whole units of its alignment only",
              "give the cell memory='" + sizeKib / alignKib * alignKib + "' unit='KiB'"));
    }
    long asked = askedAlignKib.orElse(alignKib);
    if (asked % alignKib != 0) {
      findings.add(
          Finding.error(
              Code.DEVICE_ALIGNMENT,
              subject
                  + " is aligned to "
                  + MemorySize.words(alignKib)
                  + ", not "
                  + MemorySize.words(asked),
              "QEMU refuses an alignment smaller than the device's",
              "<alignsize unit='KiB'>" + alignKib + "</alignsize>"));
    }
  }
}
