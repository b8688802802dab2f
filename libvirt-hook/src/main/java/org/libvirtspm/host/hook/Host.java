package org.libvirtspm.host.hook;

import java.nio.file.Path;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.dax.OpenFiles;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.host.trust.PathTrust;

/**
 * Where things are on this host.
 *
 * @param root stands before every path of a document; anything but / is a test's
 * @param state what the hook remembers until the next boot
 * @param configuration the administrator's file, which need not be there
 * @param isSession whether the daemon is an ordinary user's (qemu:///session)
 * @param emulators the programs that documents may have run
 */
record Host(
    Path root, Path state, Path configuration, boolean isSession, DocumentEmulator emulators) {

  /** This host, as its system daemon sees it. */
  static Host here(String state, String configuration) {
    return new Host(
        Path.of("/"), Path.of(state), Path.of(configuration), false, DocumentEmulator.OF_THIS_HOST);
  }

  /** A host whose root is a test's folder, and whose emulators are this user's too. */
  Host(Path root, Path state, Path configuration) {
    this(root, state, configuration, false, new DocumentEmulator(PathTrust.under(root)));
  }

  /** This host, as the daemon of the user sees it who runs this. */
  Host ofSession() {
    return new Host(root, state, configuration, true, emulators);
  }

  /** The URI that reaches the daemon. */
  String uri() {
    return isSession ? "qemu:///session" : "qemu:///system";
  }

  /** The options of virt-spm that do so for the daemon's user. */
  String connect() {
    return isSession ? "-c " + uri() + " " : "";
  }

  /** The file of an absolute path. */
  Path at(String path) {
    return root.resolve(path.substring(1));
  }

  /** What sysfs says of a dax device. */
  Path dax(String name) {
    return at("/sys/bus/dax/devices/" + name);
  }

  /** Where libvirt keeps the process numbers of its guests. */
  Path guests() {
    return isSession ? state.resolveSibling("libvirt/qemu/run") : at("/run/libvirt/qemu");
  }

  /** Where libvirt keeps the definitions of domains that are not transient. */
  Path definitions() {
    return isSession
        ? Path.of(System.getenv().getOrDefault("HOME", "/")).resolve(".config/libvirt/qemu")
        : at("/etc/libvirt/qemu");
  }

  /** What its processes have open. */
  OpenFiles openFiles() {
    return new OpenFiles(new HostFiles(root));
  }

  /** What the hook holds for a domain. */
  Path holding(String domain) {
    return holdings().resolve(StateName.of(domain));
  }

  /** What the hook holds for all domains. */
  Path holdings() {
    return state.resolve("domains");
  }

  /** Why a domain could not be translated in the background. */
  Path failure(String uuid) {
    return state.resolve("failed").resolve(StateName.of(uuid));
  }
}
