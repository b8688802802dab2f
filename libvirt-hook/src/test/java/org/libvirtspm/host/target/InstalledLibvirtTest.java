package org.libvirtspm.host.target;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.translator.LibvirtVersion;

class InstalledLibvirtTest {

  @TempDir Path root;

  @Test
  void versionIsThatOfTheLibrary() throws IOException {
    install("usr/lib/x86_64-linux-gnu", "libvirt.so.0.12008.0");
    assertEquals(Optional.of(new LibvirtVersion(12, 8, 0)), version());
  }

  @Test
  void libraryBuiltOnThisHostComesFirst() throws IOException {
    install("usr/lib64", "libvirt.so.0.9000.0");
    install("usr/local/lib64", "libvirt.so.0.11003.1");
    assertEquals(Optional.of(new LibvirtVersion(11, 3, 1)), version());
  }

  @Test
  void hostWithoutLibvirtHasNoVersion() throws IOException {
    assertEquals(Optional.empty(), version());
    install("usr/lib64", "libvirt.so.0.0.0");
    assertEquals(Optional.empty(), version());
  }

  private Optional<LibvirtVersion> version() {
    return new InstalledLibvirt(root).version();
  }

  private void install(String folder, String library) throws IOException {
    Path lib = Files.createDirectories(root.resolve(folder));
    Files.createFile(lib.resolve(library));
    Files.createSymbolicLink(lib.resolve("libvirt.so.0"), Path.of(library));
  }
}
