package org.libvirtspm.host.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.host.dax.HostFiles;

/** The settings of qemu.conf that concern SPM. */
public record QemuConf(String text) {

  /** The path of the file. */
  static final String PATH = "/etc/libvirt/qemu.conf";

  /** The default device ACL (libvirt 9.2 and later). */
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

  /** Reads the host's file; a missing one gives libvirt's defaults. */
  public static QemuConf of(HostFiles host) {
    return new QemuConf(host.text(host.at(PATH)).orElse(""));
  }

  /** Returns the devices that every QEMU may use. */
  public List<String> deviceAcl() {
    return list("cgroup_device_acl").orElse(DEFAULT_ACL);
  }

  /** True if QEMU gets a private /dev, the default. */
  public boolean hasMountNamespace() {
    return list("namespaces").map(n -> n.contains("mount")).orElse(true);
  }

  /** True if a cgroup restricts QEMU's devices, the default. */
  public boolean hasDeviceCgroup() {
    return list("cgroup_controllers").map(c -> c.contains("devices")).orElse(true);
  }

  /** False if the file lists security drivers without AppArmor. */
  public boolean mayUseAppArmor() {
    Matcher m = setting("security_driver", "(\\[[^\\]]*\\]|\"[^\"]*\")").matcher(text);
    return !m.find() || m.group(1).contains("apparmor");
  }

  /** Returns QEMU's user; empty for the default of libvirt's build. */
  public Optional<String> user() {
    return string("user").filter(user -> !user.isEmpty());
  }

  /** Returns QEMU's group; empty for the default of libvirt's build. */
  public Optional<String> group() {
    return string("group");
  }

  private Optional<String> string(String name) {
    Matcher m = setting(name, "\"([^\"]*)\"").matcher(text);
    return m.find() ? Optional.of(m.group(1)) : Optional.empty();
  }

  /** Returns the setting that allows further devices. */
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
