package org.libvirtspm.host.probe;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds emulators on this host. */
public final class Emulators {

  private static final String X86_64 = "qemu-system-x86_64";

  /** Fedora and its kin keep theirs here. */
  private static final Path QEMU_KVM = Path.of("/usr/libexec/qemu-kvm");

  private Emulators() {}

  /** The QEMUs for x86_64. */
  public static List<Path> ofThisHost() {
    List<Path> found = new ArrayList<>();
    if (Files.isExecutable(QEMU_KVM)) {
      found.add(QEMU_KVM);
    }
    onPath(X86_64).limit(1).forEach(found::add);
    return found;
  }

  /** The QEMUs for x86_64, first the one that libvirt gives a domain that names none. */
  public static List<Path> inLibvirtsOrder() {
    List<Path> found = new ArrayList<>(onPath(X86_64).toList());
    if (Files.isExecutable(QEMU_KVM)) {
      found.add(QEMU_KVM);
    }
    return found;
  }

  /** True for the one that libvirt gives a domain that names none. */
  public static boolean isDefault(Path emulator) {
    return inLibvirtsOrder().stream().findFirst().filter(emulator::equals).isPresent();
  }

  /** The file that was typed, looked for on the PATH if it is a {@link #isBare bare} name. */
  public static Optional<Path> named(Path typed) {
    return (isBare(typed) ? onPath(typed.toString()).findFirst() : Optional.of(typed))
        .map(Path::toAbsolutePath)
        .filter(Files::exists);
  }

  /** True for a name without a slash that no file of the current folder has. */
  public static boolean isBare(Path typed) {
    return typed.getNameCount() == 1 && !typed.isAbsolute() && !Files.exists(typed);
  }

  private static Stream<Path> onPath(String name) {
    String path = System.getenv("PATH");
    return Arrays.stream((path == null ? "" : path).split(":", -1))
        .filter(folder -> folder.startsWith("/"))
        .map(folder -> Path.of(folder, name))
        .filter(file -> Files.isRegularFile(file) && Files.isExecutable(file));
  }
}
