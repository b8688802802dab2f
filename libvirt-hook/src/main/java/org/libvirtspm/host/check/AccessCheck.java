package org.libvirtspm.host.check;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.hook.install.SeLinux;
import org.libvirtspm.translator.SpmCell;

/** Checks whether QEMU's user may use the paths, where libvirt does not give access. */
final class AccessCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (SpmCell cell : subject.cells()) {
      cell.path()
          .filter(p -> Files.exists(subject.host().at(p)))
          .ifPresent(p -> findings.add(access(subject, cell, p).atNode(cell.id())));
    }
    return findings;
  }

  private static Finding access(Subject subject, SpmCell cell, String path) {
    try {
      Path file = subject.host().at(path);
      PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
      String what =
          "node %s: %s belongs to %s:%s, mode %s%s"
              .formatted(
                  cell.id(),
                  path,
                  attributes.owner().getName(),
                  attributes.group().getName(),
                  PosixFilePermissions.toString(attributes.permissions()),
                  label(subject, file));
      return judge(subject, Files.readAttributes(file, "unix:uid,gid,mode"), what, path);
    } catch (IOException e) {
      return Finding.note(
          Code.PATH_ACCESS,
          "node " + cell.id() + ": " + path + " can't be looked at",
          "only root may");
    }
  }

  private static Finding judge(
      Subject subject, Map<String, Object> file, String what, String path) {
    Optional<QemuAccount> account = QemuAccount.of(subject);
    boolean open =
        account
            .filter(a -> a.mayUse(number(file, "uid"), number(file, "gid"), number(file, "mode")))
            .isPresent();
    String user = account.map(QemuAccount::name).orElse("QEMU-USER");
    if (open || !(subject.isHiddenFromLibvirt() || subject.isSession())) {
      return Finding.ok(Code.PATH_ACCESS, what);
    }
    if (subject.isSession()) {
      return Finding.warning(
          Code.PATH_ACCESS,
          what,
          "QEMU runs as " + user + " there, and a session's libvirt hands no path to it",
          "sudo " + chown(user, path));
    }
    String hook =
        QemuAccount.isLabelled(subject)
            ? ""
            : ShellWord.virtSpm() + " hook install, which does; or: ";
    return Finding.warning(
        Code.PATH_ACCESS,
        what,
        "in this form libvirt does not hand the path to QEMU's user " + user,
        hook + chown(user, path));
  }

  private static String chown(String user, String path) {
    return "chown " + ShellWord.of(user) + " " + ShellWord.of(path);
  }

  private static int number(Map<String, Object> attributes, String name) {
    return (Integer) attributes.get(name);
  }

  /** Returns the SELinux label of a file, if it has one. */
  private static String label(Subject subject, Path file) {
    return new SeLinux(subject.host()).isActive()
        ? SeLinux.label(file).map(l -> ", label " + l).orElse("")
        : "";
  }
}
