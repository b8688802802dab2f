package org.libvirtspm.host.hook;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.check.QemuConf;
import org.libvirtspm.host.dax.HostFiles;

/**
 * Lets a guest's QEMU open memory that libvirt does not know of.
 *
 * @param isOurs whether that is ours to do: libvirt looks after the memory devices it knows
 * @param user user id of the guest's QEMU
 */
record DeviceAccess(Host host, QemuConf conf, boolean isOurs, int user) {

  static DeviceAccess of(Host host, Finding finding) throws IOException {
    if (!finding.bypassesLibvirt()) {
      return new DeviceAccess(host, new QemuConf(""), false, 0);
    }
    QemuConf conf = QemuConf.of(new HostFiles(host.root()));
    return new DeviceAccess(host, conf, true, QemuUser.of(host, conf, finding.owner()));
  }

  /** The device to take for QEMU to be able to open it; empty if it can already. */
  Optional<TakenDevice> wanted(MemoryPath path) throws IOException {
    if (!isOurs) {
      return Optional.empty();
    }
    if (path.device().isEmpty()) {
      checkFile(path);
      return Optional.empty();
    }
    if (hides(path.cell().path())) {
      throw MemoryPath.refusal(
          path.cell(),
          "is hidden from the guest's QEMU by libvirt; set "
              + conf.aclWith(List.of(path.cell().path())).replaceAll("\\s+", " ")
              + " in /etc/libvirt/qemu.conf and restart libvirt",
          null);
    }
    try (DeviceNode node = DeviceNode.open(path.device().get())) {
      FileFacts facts = node.facts();
      boolean isOpen = user == 0 || (facts.owner() == user && facts.isOpenTo(user));
      return isOpen
          ? Optional.empty()
          : Optional.of(new TakenDevice(path.device().get().name(), facts.owner(), user));
    }
  }

  /** True if libvirt keeps this device from a QEMU whose domain does not name it as a device. */
  private boolean hides(String device) {
    boolean isApart = conf.hasMountNamespace() || conf.hasDeviceCgroup();
    return isApart && !conf.deviceAcl().contains(device);
  }

  private void checkFile(MemoryPath path) {
    if (!path.facts().isOpenTo(user)) {
      throw MemoryPath.refusal(
          path.cell(),
          "can't be opened by the guest's QEMU; run chown " + user + " " + path.cell().path(),
          null);
    }
  }

  /** Makes QEMU's user the owner of a device. */
  void give(TakenDevice taken) throws IOException {
    Optional<DaxDevice> device = DaxDevice.named(host, taken.name());
    if (device.isEmpty()) {
      throw new Refusal("/dev/" + taken.name() + " went away while the guest was being started");
    }
    try (DeviceNode node = DeviceNode.open(device.get())) {
      node.giveTo(taken.ownerGiven());
    }
  }
}
