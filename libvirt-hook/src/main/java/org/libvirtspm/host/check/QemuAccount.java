package org.libvirtspm.host.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.Stream;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * The account of a guest's QEMU.
 *
 * @param name user name, or the user id if it has none
 */
record QemuAccount(String name, int uid, Set<Integer> groups) {

  /** Default users of Debian's and Fedora's builds. */
  private static final List<String> USUAL = List.of("libvirt-qemu", "qemu");

  private static final String NUMBER = "\\+?[0-9]{1,9}";

  /**
   * The account by the domain's own label, else by qemu.conf or libvirt's build; a session daemon
   * runs QEMU as its own user. Empty when the user is not known on this host.
   */
  static Optional<QemuAccount> of(Subject subject) {
    HostFiles host = subject.host();
    if (subject.isSession()) {
      return Optional.of(ofThisProcess(host));
    }
    QemuConf conf = QemuConf.of(host);
    Optional<String[]> label = label(subject.translated().root());
    Optional<String> group =
        label.isPresent() ? label.filter(l -> l.length > 1).map(l -> l[1]) : conf.group();
    return label
        .map(l -> l[0])
        .or(conf::user)
        .map(user -> account(host, user, group))
        .orElseGet(() -> USUAL.stream().flatMap(u -> account(host, u, group).stream()).findFirst());
  }

  /** True if the domain has a label of its own, which takes precedence over qemu.conf. */
  static boolean isLabelled(Subject subject) {
    return !subject.isSession() && label(subject.translated().root()).isPresent();
  }

  /** True if the account may read and write a file of that owner, group and mode. */
  boolean mayUse(int owner, int group, int mode) {
    if (uid == 0) {
      return true;
    }
    int shift = uid == owner ? 6 : groups.contains(group) ? 3 : 0;
    return (mode >> shift & 6) == 6;
  }

  private static QemuAccount ofThisProcess(HostFiles host) {
    Set<Integer> groups = new HashSet<>();
    int uid = -1;
    for (String line : lines(host, "/proc/self/status").toList()) {
      String[] fields = line.split("\\s+");
      if (line.startsWith("Uid:")) {
        uid = Integer.parseInt(fields[2]);
      } else if (line.startsWith("Gid:") || line.startsWith("Groups:")) {
        Arrays.stream(fields).skip(1).map(Integer::valueOf).forEach(groups::add);
      }
    }
    return new QemuAccount(System.getProperty("user.name"), uid, groups);
  }

  /** Returns user and group of a DAC label such as {@code +107:+107}. */
  private static Optional<String[]> label(Element root) {
    return root.elements("seclabel").stream()
        .filter(s -> s.value("model").filter("dac"::equals).isPresent())
        .flatMap(s -> s.child("label").stream())
        .map(label -> label.text().split(":", 2))
        .filter(parts -> !parts[0].isEmpty())
        .findFirst();
  }

  private static Optional<QemuAccount> account(
      HostFiles host, String user, Optional<String> group) {
    Optional<String[]> entry =
        lines(host, "/etc/passwd")
            .map(line -> line.split(":", -1))
            .filter(f -> f.length > 3 && (f[0].equals(user) || isNumber(user, f[2])))
            .findFirst();
    OptionalInt uid = entry.isPresent() ? number(entry.get()[2]) : number(user);
    if (uid.isEmpty()) {
      return Optional.empty();
    }
    String name = entry.map(f -> f[0]).orElse(Integer.toString(uid.getAsInt()));
    Set<Integer> groups = groupsOf(host, name);
    group
        .map(g -> groupNumber(host, g))
        .orElseGet(() -> entry.map(f -> number(f[3])).orElse(OptionalInt.empty()))
        .ifPresent(groups::add);
    return Optional.of(new QemuAccount(name, uid.getAsInt(), groups));
  }

  private static boolean isNumber(String user, String uid) {
    return user.matches(NUMBER) && number(user).equals(number(uid));
  }

  private static Set<Integer> groupsOf(HostFiles host, String user) {
    Set<Integer> groups = new HashSet<>();
    lines(host, "/etc/group")
        .map(line -> line.split(":", -1))
        .filter(f -> f.length > 3 && List.of(f[3].split(",", -1)).contains(user))
        .forEach(f -> number(f[2]).ifPresent(groups::add));
    return groups;
  }

  private static OptionalInt groupNumber(HostFiles host, String group) {
    return lines(host, "/etc/group")
        .map(line -> line.split(":", -1))
        .filter(f -> f.length > 2 && f[0].equals(group))
        .map(f -> number(f[2]))
        .findFirst()
        .orElseGet(() -> number(group));
  }

  private static OptionalInt number(String text) {
    return text.matches(NUMBER) ? OptionalInt.of(Integer.parseInt(text)) : OptionalInt.empty();
  }

  private static Stream<String> lines(HostFiles host, String file) {
    return host.text(host.at(file)).stream().flatMap(String::lines);
  }
}
