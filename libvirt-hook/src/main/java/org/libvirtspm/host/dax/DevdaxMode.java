package org.libvirtspm.host.dax;

import java.nio.file.Path;
import java.util.Optional;

/**
 * How a dax device that device_dax does not have is given to device_dax.
 *
 * @param device such as dax0.0
 */
public record DevdaxMode(HostFiles host, String device) {

  private static final String BLOCKS = "/sys/devices/system/memory/";

  private static final String RECONFIGURE = "daxctl reconfigure-device --mode=devdax ";

  /** daxctl's own configuration knows devices of NVDIMMs only, by their UUIDs. */
  private static final String AT_EACH_BOOT =
      "echo 'ACTION==\"add\", SUBSYSTEM==\"dax\", KERNEL==\"%1$s\","
          + " RUN+=\"/usr/bin/daxctl reconfigure-device --mode=devdax %1$s\"'"
          + " >>/etc/udev/rules.d/60-libvirt-spm.rules";

  /** It keeps kmem from all devices: which of them it takes can't be told to it. */
  private static final String WITHOUT_KMEM =
      "echo blacklist kmem >/etc/modprobe.d/libvirt-spm.conf\n";

  /** Where the pages of a device are that kmem has. */
  private enum Memory {
    OFFLINE,
    MOVABLE,
    KERNEL
  }

  /** True when the kernel's own pages may lie in it: no program can take it offline then. */
  public boolean needsReboot() {
    return isSystemRam() && memory() == Memory.KERNEL;
  }

  /** The commands for this boot and all to come; where it takes a reboot they end with that. */
  public String commands() {
    String always = (isSystemRam() ? WITHOUT_KMEM : "") + AT_EACH_BOOT.formatted(device);
    return needsReboot() ? always + "\nreboot" : now() + "\n" + always;
  }

  /** The command for this boot; it fails while {@link #needsReboot}. */
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

  /** Without root the address is not known, and the answer is the one that always works. */
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
