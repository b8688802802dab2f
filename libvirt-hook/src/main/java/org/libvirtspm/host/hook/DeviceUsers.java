package org.libvirtspm.host.hook;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.check.QemuConf;
import org.libvirtspm.host.dax.HostAccounts;
import org.libvirtspm.host.dax.HostFiles;

/**
 * Users who may be given a dax device: libvirt's configured QEMU user, and those in the hook's
 * configuration. A domain's {@code <seclabel>} can only choose among these, since anybody may have
 * written it.
 *
 * @param more user names, or user ids with or without a plus sign
 */
public record DeviceUsers(HostFiles host, QemuConf conf, List<String> more) {

  /** Copies the list. */
  public DeviceUsers {
    more = List.copyOf(more);
  }

  /** Reads the users of a host. */
  public static DeviceUsers of(HostFiles host, HookConfig config) {
    return new DeviceUsers(host, QemuConf.of(host), config.deviceUsers());
  }

  /**
   * Returns the user id of a domain's QEMU.
   *
   * @param label the user of the domain's seclabel: a name, or an id with or without a plus sign;
   *     empty for none
   */
  public int idOf(String label) {
    return label.isEmpty() ? standard() : required(label);
  }

  /** Returns the user id of QEMU in domains without a label. */
  private int standard() {
    return conf.user()
        .map(this::required)
        .or(() -> accounts().usual().map(HostAccounts.User::uid))
        .orElse(0);
  }

  /** True if the user may be given a device. */
  public boolean contains(int user) {
    return user == standard()
        || more.stream().flatMap(name -> id(name).stream()).anyMatch(id -> id == user);
  }

  private int required(String user) {
    return id(user)
        .orElseThrow(() -> new Refusal("QEMU's user '" + user + "' is not in /etc/passwd"));
  }

  private Optional<Integer> id(String user) {
    return accounts().user(user).map(HostAccounts.User::uid);
  }

  private HostAccounts accounts() {
    return new HostAccounts(host);
  }
}
