package org.libvirtspm.host.hook;

import java.nio.file.Path;
import org.libvirtspm.host.dax.DaxDevices;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.dax.OpenFiles;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.host.trust.PathTrust;

/**
 * Paths of this host.
 *
 * @param files what the paths in documents name
 * @param state folder of the hook's records, until the next boot
 * @param configuration the configuration file, which may be missing
 * @param isSession true for a user's daemon (qemu:///session)
 * @param emulators decides which emulators of documents may be run
 */
record Host(
    HostFiles files,
    Path state,
    Path configuration,
    boolean isSession,
    DocumentEmulator emulators) {

  /** Returns this host as the system daemon sees it. */
  static Host here(String state, String configuration) {
    return new Host(
        HostFiles.HERE,
        Path.of(state),
        Path.of(configuration),
        false,
        DocumentEmulator.OF_THIS_HOST);
  }

  /** Makes a host for tests, whose root is a folder and whose emulators may belong to this user. */
  Host(Path root, Path state, Path configuration) {
    this(
        new HostFiles(root),
        state,
        configuration,
        false,
        new DocumentEmulator(PathTrust.under(root)));
  }

  /** Returns this host as the session daemon of the current user sees it. */
  Host ofSession() {
    return new Host(files, state, configuration, true, emulators);
  }

  /** Returns the URI of the daemon. */
  String uri() {
    return isSession ? "qemu:///session" : "qemu:///system";
  }

  /** Returns the virt-spm options that connect its user to the daemon. */
  String connect() {
    return isSession ? "-c " + uri() + " " : "";
  }

  /** Returns the file of an absolute path. */
  Path at(String path) {
    return files.at(path);
  }

  /** Returns this host's dax devices. */
  DaxDevices devices() {
    return new DaxDevices(files);
  }

  /** Returns the folder of libvirt's PID files. */
  Path guests() {
    return isSession ? state.resolveSibling("libvirt/qemu/run") : at("/run/libvirt/qemu");
  }

  /** Returns the folder of libvirt's persistent definitions. */
  Path definitions() {
    return isSession
        ? Path.of(System.getenv().getOrDefault("HOME", "/")).resolve(".config/libvirt/qemu")
        : at("/etc/libvirt/qemu");
  }

  /** Returns a search for open files in this host's processes. */
  OpenFiles openFiles() {
    return new OpenFiles(files);
  }

  /** Returns the record file of a domain. */
  Path holding(String domain) {
    return holdings().resolve(StateName.of(domain));
  }

  /** Returns the folder of all records. */
  Path holdings() {
    return state.resolve("domains");
  }

  /** Returns the file with the reason of a failed background translation. */
  Path failure(String uuid) {
    return state.resolve("failed").resolve(StateName.of(uuid));
  }
}
