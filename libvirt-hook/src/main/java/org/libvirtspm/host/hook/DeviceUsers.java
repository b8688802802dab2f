package org.libvirtspm.host.hook;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.check.QemuConf;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Users who may be given a dax device: libvirt's configured QEMU user, and those in the hook's
 * configuration. A domain's {@code <seclabel>} can only choose among these, since anybody may have
 * written it.
 *
 * @param more user names, or user ids with or without a plus sign
 */
public record DeviceUsers(HostFiles host, QemuConf conf, List<String> more) {

  /** QEMU users of Debian's and Fedora's builds. */
  private static final List<String> USUAL = List.of("libvirt-qemu", "qemu");

  /** Copies the list. */
  public DeviceUsers {
    more = List.copyOf(more);
  }

  /** Reads the users of a host. */
  public static DeviceUsers of(HostFiles host, HookConfig config) {
    return new DeviceUsers(host, QemuConf.of(host), config.deviceUsers());
  }

  /** Returns the user of a DAC label such as {@code +107:+107}; empty for none. */
  public static String labelOf(Element domain) {
    return domain.elements("seclabel").stream()
        .filter(s -> s.value("model").filter("dac"::equals).isPresent())
        .flatMap(s -> s.child("label").stream())
        .map(label -> label.text().split(":", 2)[0])
        .findFirst()
        .orElse("");
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
        .filter(user -> !user.isEmpty())
        .map(this::required)
        .or(() -> USUAL.stream().flatMap(user -> named(user).stream()).findFirst())
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

  /** Resolves a user as libvirt does: a name takes precedence over an id. */
  private Optional<Integer> id(String user) {
    return user.matches("\\+[0-9]{1,9}")
        ? Optional.of(Integer.valueOf(user.substring(1)))
        : named(user).or(() -> Optional.of(user).filter(DeviceUsers::isId).map(Integer::valueOf));
  }

  private Optional<Integer> named(String name) {
    return host.text(host.at("/etc/passwd")).stream()
        .flatMap(String::lines)
        .map(line -> line.split(":", -1))
        .filter(fields -> fields.length > 2 && fields[0].equals(name) && isId(fields[2]))
        .map(fields -> Integer.valueOf(fields[2]))
        .findFirst();
  }

  private static boolean isId(String text) {
    return text.matches("[0-9]{1,9}");
  }
}
