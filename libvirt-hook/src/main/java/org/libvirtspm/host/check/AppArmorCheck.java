package org.libvirtspm.host.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.host.dax.HostFiles;

/**
 * Checks whether AppArmor allows paths that are only in QEMU arguments. libvirt writes each guest's
 * profile from the devices it knows (virt-aa-helper); others are allowed by hand for all guests.
 */
final class AppArmorCheck implements Check {

  private static final String ENABLED = "/sys/module/apparmor/parameters/enabled";
  private static final String LOCAL = "/etc/apparmor.d/local/abstractions/libvirt-qemu";
  private static final String COMMON = "/etc/apparmor.d/abstractions/libvirt-qemu";
  private static final String MORE = "/etc/apparmor.d/abstractions/libvirt-qemu.d";

  /** Characters that need no quoting in a rule and in a shell. */
  private static final String LITERAL = "[A-Za-z0-9_./:=%+-]+";

  @Override
  public List<Finding> of(Subject subject) {
    HostFiles host = subject.host();
    boolean enabled = host.text(host.at(ENABLED)).filter("Y"::equals).isPresent();
    boolean confined = enabled && !subject.isSession() && QemuConf.of(host).mayUseAppArmor();
    if (!confined || !subject.isHiddenFromLibvirt()) {
      return List.of();
    }
    List<String> rules = rules(host);
    return subject.cells().stream()
        .flatMap(cell -> cell.path().stream())
        .map(path -> finding(host, path, rules))
        .toList();
  }

  private static Finding finding(HostFiles host, String path, List<String> rules) {
    boolean named = rules.stream().anyMatch(r -> names(r, path) || r.contains("/dev/dax*"));
    return named
        ? Finding.ok(Code.APPARMOR, "AppArmor's profile for all guests names " + path)
        : Finding.warning(
            Code.APPARMOR,
            "AppArmor's profile for all guests does not name " + path,
            "in this form libvirt does not put it into the guest's own, and QEMU may not open it",
            remedy(host, path));
  }

  private static boolean names(String rule, String path) {
    return List.of(rule.replace("\"", "").strip().split("\\s+")).contains(path);
  }

  /** Returns the commands to paste; on Debian no package has the folder. */
  private static String remedy(HostFiles host, String path) {
    if (!path.matches(LITERAL)) {
      return "name this memory by a path of letters, digits and ./_:=%+- : AppArmor takes others for"
          + " patterns";
    }
    Path local = host.at(LOCAL);
    String folder =
        Files.isDirectory(local.getParent()) ? "" : "mkdir -p " + Path.of(LOCAL).getParent() + "\n";
    return folder + "echo '  \"" + path + "\" rw,' >>" + LOCAL;
  }

  private static List<String> rules(HostFiles host) {
    List<Path> files = new ArrayList<>(List.of(host.at(COMMON), host.at(LOCAL)));
    files.addAll(host.entries(host.at(MORE)));
    return files.stream()
        .flatMap(file -> host.text(file).stream())
        .flatMap(String::lines)
        .filter(line -> !line.strip().startsWith("#"))
        .toList();
  }
}
