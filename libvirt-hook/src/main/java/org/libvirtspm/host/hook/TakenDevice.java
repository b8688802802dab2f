package org.libvirtspm.host.hook;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.util.Optional;

/**
 * A dax device whose owner was changed so that a guest can use it.
 *
 * @param name such as dax0.0
 * @param ownerBefore user id to give it back to
 * @param ownerGiven user id of the guest's QEMU
 */
record TakenDevice(String name, int ownerBefore, int ownerGiven) {

  /** True if there is a file of the device's name still. */
  boolean isThere(Host host) {
    return Files.exists(host.at("/dev/" + name), LinkOption.NOFOLLOW_LINKS);
  }

  /** Gives the device back, unless it went away or somebody else changed its owner meanwhile. */
  void giveBack(Host host) throws IOException {
    Optional<DaxDevice> device = DaxDevice.named(host, name);
    if (device.isEmpty()) {
      return;
    }
    try (DeviceNode node = DeviceNode.open(device.get())) {
      if (node.owner() == ownerGiven) {
        node.giveTo(ownerBefore);
      }
    } catch (Refusal | NoSuchFileException e) {
      // There is no such device any more, or what has its name is none: nothing of ours.
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
