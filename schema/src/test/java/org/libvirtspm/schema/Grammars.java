package org.libvirtspm.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The grammars as files. Another libvirt's schemas are tried with -Dlibvirt.schemas=FOLDER, to
 * which copies of the grammars then refer.
 */
final class Grammars {
  private static final String INSTALLED = "/usr/share/libvirt/schemas";
  static final Path LIBVIRT = Path.of(System.getProperty("libvirt.schemas", INSTALLED));
  private static final Path FOLDER = folder();
  static final Path DOMAIN_XSD = FOLDER.resolve("domain.xsd");
  static final Path DOMAIN_RNG = FOLDER.resolve("domain-spm.rng");

  private Grammars() {}

  /** Demands libvirt's own grammars. */
  static void needLibvirt() {
    Prerequisite.file(LIBVIRT.resolve("domain.rng"), "libvirt0");
  }

  /** Copies the grammars into a folder, where they include libvirt's from another. */
  static Path copy(Path folder, Path libvirt) throws IOException {
    for (URL url : Schemas.all()) {
      Path source = file(url);
      String text = Files.readString(source).replace(INSTALLED, libvirt.toString());
      Files.writeString(folder.resolve(source.getFileName()), text);
    }
    return folder;
  }

  static Path file(URL resource) {
    try {
      return Path.of(resource.toURI());
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  private static Path folder() {
    Path source = file(Schemas.domainXsd()).getParent();
    if (LIBVIRT.equals(Path.of(INSTALLED))) {
      return source;
    }
    try {
      return copy(Files.createDirectories(Path.of("target", "grammars")), LIBVIRT);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
