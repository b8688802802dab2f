package org.libvirtspm.host.hook;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.check.QemuConf;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * The users who may be given a dax device: QEMU's, as libvirt is configured, and those that the
 * hook's configuration names. A domain's {@code <seclabel>} only chooses among them, since anybody
 * may have written it.
 *
 * @param more names, or numbers with or without a plus sign
 */
public record DeviceUsers(HostFiles host, QemuConf conf, List<String> more) {

  /** Of Debian's builds, and of Fedora's. */
  private static final List<String> USUAL = List.of("libvirt-qemu", "qemu");

  /** Copies the list. */
  public DeviceUsers {
    more = List.copyOf(more);
  }

  /** Those of a host. */
  public static DeviceUsers of(HostFiles host, HookConfig config) {
    return new DeviceUsers(host, QemuConf.of(host), config.deviceUsers());
  }

  /** The user of a label such as {@code +107:+107} for libvirt's DAC driver; empty for none. */
  public static String labelOf(Element domain) {
    return domain.elements("seclabel").stream()
        .filter(s -> s.value("model").filter("dac"::equals).isPresent())
        .flatMap(s -> s.child("label").stream())
        .map(label -> label.text().split(":", 2)[0])
        .findFirst()
        .orElse("");
  }

  /**
   * The user id of a domain's QEMU.
   *
   * @param label the user by the domain's own seclabel: a name, or a number with or without a plus
   *     sign; empty for none
   */
  public int idOf(String label) {
    return label.isEmpty() ? standard() : required(label);
  }

  /** The user id of a QEMU whose domain says nothing. */
  private int standard() {
    return conf.user()
        .filter(user -> !user.isEmpty())
        .map(this::required)
        .or(() -> USUAL.stream().flatMap(user -> named(user).stream()).findFirst())
        .orElse(0);
  }

  /** True if that user may be given a device. */
  public boolean contains(int user) {
    return user == standard()
        || more.stream().flatMap(name -> id(name).stream()).anyMatch(id -> id == user);
  }

  private int required(String user) {
    return id(user)
        .orElseThrow(() -> new Refusal("QEMU's user '" + user + "' is not in /etc/passwd"));
  }

  /** As libvirt reads it: a name, if there is such a user, before a number. */
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
