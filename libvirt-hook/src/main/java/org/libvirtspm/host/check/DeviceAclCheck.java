package org.libvirtspm.host.check;

import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.host.dax.DaxDevices;

/** Checks whether QEMU's cgroup allows devices that are only in QEMU arguments. */
final class DeviceAclCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    if (!subject.isHiddenFromLibvirt() || subject.isSession()) {
      return List.of();
    }
    List<String> devices =
        subject.cells().stream()
            .flatMap(cell -> cell.path().stream())
            .filter(DaxDevices::isDaxPath)
            .toList();
    QemuConf conf = QemuConf.of(subject.host());
    List<Finding> findings = new ArrayList<>();
    for (String device : devices) {
      findings.add(device(device, devices, conf));
    }
    return findings;
  }

  private static Finding device(String device, List<String> all, QemuConf conf) {
    if (conf.deviceAcl().contains(device)) {
      return Finding.ok(Code.DEVICE_ACL, QemuConf.PATH + " lets QEMU use " + device);
    }
    return Finding.error(
        Code.DEVICE_ACL,
        QemuConf.PATH + " does not let QEMU use " + device,
        conf.hasMountNamespace()
            ? "in this form libvirt does not know of the device, and leaves it out of QEMU's /dev"
            : "in this form libvirt does not know of the device, and its cgroup may keep QEMU out",
        "put this into " + QemuConf.PATH + " and restart libvirt's daemon:\n" + conf.aclWith(all));
  }
}
