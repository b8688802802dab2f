package org.libvirtspm.host.hook;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.util.Optional;
import org.libvirtspm.host.dax.DaxDevice;

/**
 * A dax device whose owner was changed for a guest.
 *
 * @param name such as dax0.0
 * @param ownerBefore former owner's user id
 * @param ownerGiven user id of the guest's QEMU
 */
record TakenDevice(String name, int ownerBefore, int ownerGiven) {

  /** True if the device node still exists. */
  boolean isThere(Host host) {
    return Files.exists(host.at("/dev/" + name), LinkOption.NOFOLLOW_LINKS);
  }

  /** Restores the former owner, unless the device is gone or its owner was changed again. */
  void giveBack(Host host) throws IOException {
    Optional<DaxDevice> device = host.devices().named(name);
    if (device.isEmpty()) {
      return;
    }
    try (DeviceNode node = DeviceNode.open(host, device.get())) {
      if (node.owner() == ownerGiven) {
        node.giveTo(ownerBefore);
      }
    } catch (Refusal | NoSuchFileException e) {
      // The device is gone, or its name now belongs to another file.
    }
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(name);
    out.writeInt(ownerBefore);
    out.writeInt(ownerGiven);
  }

  static TakenDevice read(DataInput in) throws IOException {
    return new TakenDevice(in.readUTF(), in.readInt(), in.readInt());
  }
}
