package org.libvirtspm.host.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.host.dax.HostFiles;

/** libvirt's settings for QEMU, as far as they concern special memory. */
public record QemuConf(String text) {

  /** Where libvirt reads them. */
  static final String PATH = "/etc/libvirt/qemu.conf";

  /** What libvirt lets QEMU use when nothing is set (libvirt 9.2 and later). */
  static final List<String> DEFAULT_ACL =
      List.of(
          "/dev/null",
          "/dev/full",
          "/dev/zero",
          "/dev/random",
          "/dev/urandom",
          "/dev/ptmx",
          "/dev/userfaultfd");

  private static final Pattern STRING = Pattern.compile("\"([^\"]*)\"");

  /** The host's; without the file libvirt has its defaults. */
  public static QemuConf of(HostFiles host) {
    return new QemuConf(host.text(host.at(PATH)).orElse(""));
  }

  /** The devices every QEMU may use. */
  public List<String> deviceAcl() {
    return list("cgroup_device_acl").orElse(DEFAULT_ACL);
  }

  /** True when QEMU gets a /dev of its own, which is the default. */
  public boolean hasMountNamespace() {
    return list("namespaces").map(n -> n.contains("mount")).orElse(true);
  }

  /** True when QEMU's cgroup decides which devices it may use, which is the default. */
  public boolean hasDeviceCgroup() {
    return list("cgroup_controllers").map(c -> c.contains("devices")).orElse(true);
  }

  /** False when the file says which security drivers to use, and AppArmor is none of them. */
  public boolean mayUseAppArmor() {
    Matcher m = setting("security_driver", "(\\[[^\\]]*\\]|\"[^\"]*\")").matcher(text);
    return !m.find() || m.group(1).contains("apparmor");
  }

  /** The user QEMU runs as; empty when libvirt's build decides. */
  public Optional<String> user() {
    return string("user");
  }

  /** The group QEMU runs as; empty when libvirt's build decides. */
  public Optional<String> group() {
    return string("group");
  }

  private Optional<String> string(String name) {
    Matcher m = setting(name, "\"([^\"]*)\"").matcher(text);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  /** The lines to put there so that QEMU may use some more devices. */
  public String aclWith(List<String> paths) {
    StringBuilder lines = new StringBuilder("cgroup_device_acl = [\n");
    deviceAcl().forEach(d -> lines.append("    \"").append(d).append("\",\n"));
    paths.stream()
        .filter(p -> !deviceAcl().contains(p))
        .forEach(p -> lines.append("    \"").append(p).append("\",\n"));
    lines.setLength(lines.length() - 2);
    return lines.append("\n]").toString();
  }

  private Optional<List<String>> list(String name) {
    Matcher m = setting(name, "\\[([^\\]]*)\\]").matcher(text);
    return m.find()
        ? Optional.of(STRING.matcher(m.group(1)).results().map(r -> r.group(1)).toList())
        : Optional.empty();
  }

  private static Pattern setting(String name, String value) {
    return Pattern.compile("(?m)^\\s*" + name + "\\s*=\\s*" + value);
  }
}
