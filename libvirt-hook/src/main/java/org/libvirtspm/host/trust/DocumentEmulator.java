package org.libvirtspm.host.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The emulator that a document names. Its author may be anybody, so it is run only if it is a QEMU
 * that libvirt could start and root alone can change.
 */
public record DocumentEmulator(PathTrust trust) {

  /** Those of this host. */
  public static final DocumentEmulator OF_THIS_HOST = new DocumentEmulator(PathTrust.OF_ROOT);

  /** True if the path is that of a program on this host, to be trusted or not. */
  public boolean isHere(Path emulator) {
    if (!emulator.isAbsolute()) {
      return false;
    }
    Path file = trust.root().resolve(emulator.toString().substring(1));
    return Files.isRegularFile(file) && Files.isExecutable(file);
  }

  /**
   * The program behind the path. It is to be run by this path and no other: nobody but root can
   * change what it leads to.
   *
   * @param emulator absolute
   * @throws UntrustedPathException if it is not to be run
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

  /** libvirt starts QEMU as a user of its own; what was unpacked in /root is out of its reach. */
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

  /** FUSE lets a user mount a file system that claims any owner. */
  private boolean isOnUsersMount(Path program) throws IOException {
    String type = Files.getFileStore(program).type();
    return type.startsWith("fuse") && !type.equals(Files.getFileStore(trust.root()).type());
  }
}
