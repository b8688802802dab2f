package org.libvirtspm.host.trust;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What a document's author may try with the path of an emulator. */
class DocumentEmulatorTest {

  private static final int SOMEBODY = 12345;

  @TempDir Path root;

  private Path qemu;

  @BeforeEach
  void makeHost() throws IOException {
    Files.createDirectories(root.resolve("usr/bin"));
    qemu = program("usr/bin/qemu-system-x86_64");
  }

  private Path program(String name) throws IOException {
    return mode(Files.createFile(root.resolve(name)), "rwxr-xr-x");
  }

  private Path folder(String name) throws IOException {
    return mode(Files.createDirectories(root.resolve(name)), "rwxr-xr-x");
  }

  private static Path mode(Path file, String mode) throws IOException {
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private Path link(String name, String target) throws IOException {
    return Files.createSymbolicLink(root.resolve(name), Path.of(target));
  }

  private Path resolve(String emulator) throws IOException {
    return new DocumentEmulator(PathTrust.under(root)).resolve(Path.of(emulator));
  }

  private void assertRefused(String reason, String emulator) {
    assertEquals(
        reason, assertThrows(UntrustedPathException.class, () -> resolve(emulator)).getMessage());
  }

  private String writable(Path file) {
    return "others than " + PathTrust.under(root).who() + " may write to " + file;
  }

  private static void give(Path file) throws IOException {
    boolean isRoot = PathTrust.userId() == 0;
    assertTrue(isRoot || !"true".equals(System.getenv("CI")), "root alone can give files away");
    Assumptions.assumeTrue(isRoot, "root alone can give files away");
    Files.setAttribute(file, "unix:uid", SOMEBODY);
  }

  @ParameterizedTest
  @ValueSource(strings = {"qemu-kvm", "kvm", "qemu-system-aarch64", "qemu-system-x86_64-spice"})
  void programsNamedAsDistributionsDoAreRun(String name) throws IOException {
    assertEquals(program(name), resolve("/" + name));
  }

  @ParameterizedTest
  @ValueSource(strings = {"python3", "qemu-img", "qemu", "sh", "xkvm", "qemu-kvm.sh"})
  void otherProgramsOfRootsAreNotRun(String name) throws IOException {
    program("usr/bin/" + name);
    assertRefused(
        "it has no name of a QEMU's: qemu-system-ARCH, qemu-kvm or kvm", "/usr/bin/" + name);
  }

  @Test
  void linksOfRootsAreFollowedToTheEnd() throws IOException {
    folder("etc/alternatives");
    link("etc/alternatives/emulator", "/usr/bin/../bin/./qemu-system-x86_64");
    link("usr/bin/hypervisor", "../../etc/alternatives/emulator");
    link("bin", "usr/bin");
    assertEquals(qemu, resolve("/bin/hypervisor"));
    assertEquals(qemu, resolve("/../bin/../bin//qemu-system-x86_64"));
    program("usr/bin/vendor");
    link("usr/bin/qemu-system-vendor", "vendor");
    assertEquals(root.resolve("usr/bin/vendor"), resolve("/bin/qemu-system-vendor"));
  }

  @Test
  void linkInAFolderThatOthersMayWriteIsNotFollowed() throws IOException {
    Path shared = folder("shared");
    mode(shared, "rwxrwxrwx");
    link("shared/qemu-kvm", "/usr/bin/qemu-system-x86_64");
    assertRefused(writable(shared), "/shared/qemu-kvm");
    link("usr/bin/way", "/shared/qemu-kvm");
    assertRefused(writable(shared), "/usr/bin/way");
    mode(shared, "rwxrwxr-x");
    assertRefused(writable(shared), "/shared/qemu-kvm");
  }

  @Test
  void stickyFolderIsSharedAllTheSame() throws Exception {
    Path tmp = folder("tmp");
    program("tmp/qemu-kvm");
    folder("tmp/mine");
    program("tmp/mine/qemu-kvm");
    Files.setAttribute(tmp, "unix:mode", 01777);
    assertRefused(writable(tmp), "/tmp/qemu-kvm");
    assertRefused(writable(tmp), "/tmp/mine/qemu-kvm");
  }

  /** Nix and Guix keep root's folders in one that the group of their builders may add to. */
  @Test
  void folderInAStoreStays() throws Exception {
    Path store = folder("nix/store");
    folder("nix/store/mine");
    program("nix/store/mine/qemu-kvm");
    program("nix/store/qemu-kvm");
    Files.setAttribute(store, "unix:mode", 01775);
    assertEquals(root.resolve("nix/store/mine/qemu-kvm"), resolve("/nix/store/mine/qemu-kvm"));
    assertRefused(writable(store), "/nix/store/qemu-kvm");
    give(root.resolve("nix/store/mine"));
    assertRefused(writable(store), "/nix/store/mine/qemu-kvm");
  }

  @ParameterizedTest
  @ValueSource(strings = {"rwxrwxr-x", "rwxr-xrwx", "rwxrwxrwx"})
  void programThatOthersMayWriteIsNotRun(String mode) throws IOException {
    mode(qemu, mode);
    assertRefused(writable(qemu), "/usr/bin/qemu-system-x86_64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"usr", "usr/bin", "usr/bin/qemu-system-x86_64"})
  void nothingOnTheWayMayBeSomebodysOwn(String part) throws IOException {
    give(root.resolve(part));
    assertRefused(
        root.resolve(part) + " belongs to uid 12345, not to " + PathTrust.under(root).who(),
        "/usr/bin/qemu-system-x86_64");
  }

  @Test
  void folderThatIsLeftAgainCountsToo() throws IOException {
    folder("home/evil");
    give(root.resolve("home/evil"));
    assertRefused(
        root.resolve("home/evil") + " belongs to uid 12345, not to " + PathTrust.under(root).who(),
        "/home/evil/../../usr/bin/qemu-system-x86_64");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/proc/self/cwd/qemu-kvm", "/proc/self/root/qemu-kvm", "/proc/1/exe"})
  void processesFoldersAreNotLookedInto(String emulator) throws IOException {
    folder("proc/self/cwd");
    assertRefused("it leads through " + root.resolve("proc"), emulator);
  }

  @Test
  void whatQemusUserCannotReachIsNotRun() throws IOException {
    Path home = folder("root");
    program("root/qemu-kvm");
    mode(home, "rwx------");
    assertRefused("QEMU's own user could not run it, because of " + home, "/root/qemu-kvm");
  }

  @Test
  void whatIsNoProgramIsNotRun() throws IOException {
    folder("usr/bin/kvm");
    assertRefused("it is no regular file", "/usr/bin/kvm");
    link("loop", "/loop");
    assertThrows(FileSystemLoopException.class, () -> resolve("/loop"));
    link("dangling", "/none");
    assertThrows(NoSuchFileException.class, () -> resolve("/dangling"));
  }

  /** Whoever flips a link must be able to write to its folder: there is nothing to win. */
  @Test
  void linkThatIsFlippedMeanwhileNeverLeadsToSomebodysProgram() throws Exception {
    Path shared = folder("shared");
    Path evil = program("shared/qemu-system-evil");
    give(evil);
    mode(shared, "rwxrwxrwx");
    Path good = Path.of("/usr/bin/qemu-system-x86_64");
    Thread flipping =
        new Thread(
            () -> {
              try {
                for (int i = 0; !Thread.interrupted(); i++) {
                  Path next = root.resolve("shared/next");
                  Files.createSymbolicLink(next, i % 2 == 0 ? good : Path.of("/shared/" + evil));
                  Files.move(next, root.resolve("shared/qemu-kvm"), StandardCopyOption.ATOMIC_MOVE);
                }
              } catch (IOException e) {
                throw new UncheckedIOException(e);
              }
            });
    flipping.start();
    try {
      for (int i = 0; i < 2000; i++) {
        assertThrows(IOException.class, () -> resolve("/shared/qemu-kvm"));
      }
    } finally {
      flipping.interrupt();
      flipping.join();
    }
  }
}
