package org.libvirtspm.host.dax;

import java.nio.file.Path;
import java.util.Optional;

/**
 * Commands that bind a dax device to device_dax.
 *
 * @param device such as dax0.0
 */
public record DevdaxMode(HostFiles host, String device) {

  private static final String BLOCKS = "/sys/devices/system/memory/";

  private static final String RECONFIGURE = "daxctl reconfigure-device --mode=devdax ";

  /** daxctl's own configuration identifies devices by NVDIMM UUIDs, which other devices lack. */
  private static final String AT_EACH_BOOT =
      "echo 'ACTION==\"add\", SUBSYSTEM==\"dax\", KERNEL==\"%1$s\","
          + " RUN+=\"/usr/bin/daxctl reconfigure-device --mode=devdax %1$s\"'"
          + " >>/etc/udev/rules.d/60-libvirt-spm.rules";

  /** Disables kmem for all devices, since it cannot be limited to some. */
  private static final String WITHOUT_KMEM =
      "echo blacklist kmem >/etc/modprobe.d/libvirt-spm.conf\n";

  /** The kind of memory that kmem made of the device. */
  private enum Memory {
    OFFLINE,
    MOVABLE,
    KERNEL
  }

  /** True if the memory may hold kernel pages: it cannot be offlined then. */
  public boolean needsReboot() {
    return isSystemRam() && memory() == Memory.KERNEL;
  }

  /** Returns the commands for this boot and later ones; they end with a reboot if one is needed. */
  public String commands() {
    String always = (isSystemRam() ? WITHOUT_KMEM : "") + AT_EACH_BOOT.formatted(device);
    return needsReboot() ? always + "\nreboot" : now() + "\n" + always;
  }

  /** Returns the command for this boot; it fails while {@link #needsReboot}. */
  public String now() {
    boolean online = isSystemRam() && memory() != Memory.OFFLINE;
    return RECONFIGURE + (online ? "--force " : "") + device;
  }

  private boolean isSystemRam() {
    return host.linkedName(folder().resolve("driver"))
        .filter(DaxDevice.SYSTEM_RAM::equals)
        .isPresent();
  }

  private Path folder() {
    return host.at("/sys/bus/dax/devices/" + device);
  }

  /**
   * Determines the kind of memory. Without root the address is not known, and the answer is the one
   * whose commands always work.
   */
  private Memory memory() {
    long blockBytes = hex(host.at(BLOCKS + "block_size_bytes")).orElse(0L);
    long start = hex(folder().resolve("resource")).orElse(0L);
    long sizeBytes = host.number(folder().resolve("size")).orElse(0);
    if (blockBytes <= 0 || start <= 0) {
      return Memory.KERNEL;
    }
    Memory most = Memory.OFFLINE;
    for (long block = start / blockBytes; block * blockBytes < start + sizeBytes; block++) {
      Memory memory = block(host.at(BLOCKS + "memory" + block));
      most = memory.compareTo(most) > 0 ? memory : most;
    }
    return most;
  }

  private Memory block(Path folder) {
    if (host.text(folder.resolve("state")).filter("online"::equals).isEmpty()) {
      return Memory.OFFLINE;
    }
    return host.text(folder.resolve("valid_zones")).filter("Movable"::equals).isPresent()
        ? Memory.MOVABLE
        : Memory.KERNEL;
  }

  private Optional<Long> hex(Path file) {
    return host.text(file)
        .map(t -> t.startsWith("0x") ? t.substring(2) : t)
        .filter(t -> t.matches("[0-9a-f]{1,15}"))
        .map(t -> Long.parseLong(t, 16));
  }
}
