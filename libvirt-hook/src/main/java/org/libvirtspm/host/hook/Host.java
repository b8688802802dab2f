package org.libvirtspm.host.hook;

import java.nio.file.Path;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.host.trust.PathTrust;

/**
 * Where things are on this host.
 *
 * @param root stands before every path of a document; anything but / is a test's
 * @param state what the hook remembers until the next boot
 * @param configuration the administrator's file, which need not be there
 * @param emulators the programs that documents may have run
 */
record Host(Path root, Path state, Path configuration, DocumentEmulator emulators) {

  /** This host. */
  static Host here(String state, String configuration) {
    return new Host(
        Path.of("/"), Path.of(state), Path.of(configuration), DocumentEmulator.OF_THIS_HOST);
  }

  /** A host whose root is a test's folder, and whose emulators are this user's too. */
  Host(Path root, Path state, Path configuration) {
    this(root, state, configuration, new DocumentEmulator(PathTrust.under(root)));
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
    return at("/run/libvirt/qemu");
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
