package org.libvirtspm.host.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Decides whether a document's emulator may be run. Anybody may have written the document, so it
 * must be a QEMU that libvirt could start and only root can change.
 */
public record DocumentEmulator(PathTrust trust) {

  /** Those of this host. */
  public static final DocumentEmulator OF_THIS_HOST = new DocumentEmulator(PathTrust.OF_ROOT);

  /** True if the path is a program on this host, trusted or not. */
  public boolean isHere(Path emulator) {
    if (!emulator.isAbsolute()) {
      return false;
    }
    Path file = trust.root().resolve(emulator.toString().substring(1));
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /**
   * Resolves the path of a trusted program. The result is to be run by that path, since only root
   * can change what it leads to.
   *
   * @param emulator an absolute path
   * @throws UntrustedPathException if it must not be run
   */
  public Path resolve(Path emulator) throws IOException {
    Path program = trust.resolve(emulator);
    if (!isNamedLikeQemu(emulator) && !isNamedLikeQemu(program)) {
      throw new UntrustedPathException(
          "it has no name of a QEMU's: qemu-system-ARCH, qemu-kvm or kvm");
    }
    checkLibvirtCouldStartIt(program);
    if (isOnUsersMount(program)) {
      throw new UntrustedPathException("it lies on a file system that a user may have mounted");
    }
    return program;
  }

  /** Debian and Proxmox have /usr/bin/kvm, Fedora and its kin /usr/libexec/qemu-kvm. */
  private static boolean isNamedLikeQemu(Path file) {
    String name = file.getFileName() == null ? "" : file.getFileName().toString();
    return name.startsWith("qemu-system-") || name.equals("qemu-kvm") || name.equals("kvm");
  }

  /** Requires that libvirt's QEMU user could run it, which excludes files in /root. */
  private void checkLibvirtCouldStartIt(Path program) throws IOException {
    if (!FileMode.of(program).isRegular()) {
      throw new UntrustedPathException("it is no regular file");
    }
    for (Path at = program; !at.equals(trust.root()); at = at.getParent()) {
      if (!FileMode.of(at).isOpenToEverybody()) {
        throw new UntrustedPathException("QEMU's own user could not run it, because of " + at);
      }
    }
  }

  /** True on a FUSE mount of a user, which can claim any owner. */
  private boolean isOnUsersMount(Path program) throws IOException {
    String type = Files.getFileStore(program).type();
    return type.startsWith("fuse") && !type.equals(Files.getFileStore(trust.root()).type());
  }
}
