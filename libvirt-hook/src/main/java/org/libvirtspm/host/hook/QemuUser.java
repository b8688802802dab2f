package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.check.QemuConf;

/** The user a guest's QEMU runs as. */
final class QemuUser {

  /** Of Debian's builds, and of Fedora's. */
  private static final List<String> USUAL = List.of("libvirt-qemu", "qemu");

  private QemuUser() {}

  /**
   * The user's id.
   *
   * @param label the user by the domain's own seclabel: a name, or a number with or without a plus
   *     sign; empty for none
   */
  static int of(Host host, QemuConf conf, String label) throws IOException {
    String user = label.isEmpty() ? conf.user().orElse("") : label;
    if (user.isEmpty()) {
      for (String usual : USUAL) {
        Optional<Integer> id = id(host, usual);
        if (id.isPresent()) {
          return id.get();
        }
      }
      return 0;
    }
    if (user.matches("\\+[0-9]{1,9}")) {
      return Integer.parseInt(user.substring(1));
    }
    return id(host, user)
        .orElseThrow(() -> new Refusal("QEMU's user '" + user + "' is not in /etc/passwd"));
  }

  private static Optional<Integer> id(Host host, String name) throws IOException {
    for (String line : Files.readAllLines(host.at("/etc/passwd"))) {
      String[] fields = line.split(":", -1);
      if (fields.length > 2 && fields[0].equals(name) && fields[2].matches("[0-9]{1,9}")) {
        return Optional.of(Integer.valueOf(fields[2]));
      }
    }
    return name.matches("[0-9]{1,9}") ? Optional.of(Integer.valueOf(name)) : Optional.empty();
  }
}
