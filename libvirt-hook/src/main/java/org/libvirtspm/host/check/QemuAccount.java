package org.libvirtspm.host.check;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.host.dax.DacLabel;
import org.libvirtspm.host.dax.HostAccounts;
import org.libvirtspm.host.dax.HostFiles;

/**
 * The account of a guest's QEMU.
 *
 * @param name user name, or the user id if it has none
 */
record QemuAccount(String name, int uid, Set<Integer> groups) {

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
    Optional<DacLabel> label = DacLabel.of(subject.translated().root());
    HostAccounts accounts = new HostAccounts(host);
    Optional<String> group = label.isPresent() ? label.flatMap(DacLabel::group) : conf.group();
    return label
        .map(DacLabel::user)
        .or(conf::user)
        .map(accounts::user)
        .orElseGet(accounts::usual)
        .map(user -> of(accounts, user, group));
  }

  /** True if the domain has a label of its own, which takes precedence over qemu.conf. */
  static boolean isLabelled(Subject subject) {
    return !subject.isSession() && DacLabel.of(subject.translated().root()).isPresent();
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
    for (String line : host.text(host.at("/proc/self/status")).orElse("").lines().toList()) {
      String[] fields = line.split("\\s+");
      if (line.startsWith("Uid:")) {
        uid = Integer.parseInt(fields[2]);
      } else if (line.startsWith("Gid:") || line.startsWith("Groups:")) {
        Arrays.stream(fields).skip(1).map(Integer::valueOf).forEach(groups::add);
      }
    }
    return new QemuAccount(System.getProperty("user.name"), uid, groups);
  }

  private static QemuAccount of(
      HostAccounts accounts, HostAccounts.User user, Optional<String> group) {
    Set<Integer> groups = accounts.groupsOf(user.name());
    group.map(accounts::group).orElse(user.group()).ifPresent(groups::add);
    return new QemuAccount(user.name(), user.uid(), groups);
  }
}
