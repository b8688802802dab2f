package org.libvirtspm.host.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.translator.domain.Cell;

/** Whether QEMU's user may use the paths, where libvirt does not see to it. */
public final class AccessCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (Cell cell : subject.cells()) {
      cell.source()
          .path()
          .filter(p -> Files.exists(subject.host().at(p)))
          .ifPresent(p -> findings.add(access(subject, cell, p)));
    }
    return findings;
  }

  private static Finding access(Subject subject, Cell cell, String path) {
    try {
      Path file = subject.host().at(path);
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      String owner = attributes.owner().getName();
      String what =
          "node %d: %s belongs to %s:%s, mode %s%s"
              .formatted(
                  cell.id(),
                  path,
                  owner,
                  attributes.group().getName(),
                  PosixFilePermissions.toString(attributes.permissions()),
                  label(path));
      return judge(subject, attributes, what, path);
    } catch (IOException e) {
      return Finding.note(
          "node " + cell.id() + ": " + path + " can't be looked at", "only root may");
    }
  }

  private static Finding judge(
      Subject subject, PosixFileAttributes file, String what, String path) {
    String user = QemuConf.of(subject.host()).user().orElse("");
    boolean open =
        user.equals("root")
            || (!user.isEmpty() && file.owner().getName().equals(user))
            || file.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    if (!subject.isHiddenFromLibvirt() || open) {
      return Finding.ok(what);
    }
    return Finding.warning(
        what,
        "in this form libvirt does not hand the path to QEMU's user",
        "virt-spm hook install, which does; or: chown "
            + (user.isEmpty() ? "QEMU-USER" : user)
            + " "
            + path);
  }

  /** SELinux's label, where there is one. */
  private static String label(String path) {
    return Files.isDirectory(Path.of("/sys/fs/selinux"))
        ? Packages.run("stat", "-c", "%C", path).map(l -> ", label " + l).orElse("")
        : "";
  }
}
