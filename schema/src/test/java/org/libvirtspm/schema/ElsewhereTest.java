package org.libvirtspm.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.opentest4j.AssertionFailedError;

/**
 * Where libvirt's grammars are not where the overlay looks, xmllint is told as the overlay says.
 */
class ElsewhereTest {
  private static final Path DOMAIN = Documents.FOLDER.resolve("accept/apu-hbm.xml");
  private final Path libvirt = Grammars.LIBVIRT;
  @TempDir private Path folder;
  private Path overlay;

  @BeforeEach
  void moveWhatTheOverlayIncludes() throws IOException {
    Grammars.needLibvirt();
    overlay = Grammars.copy(folder, folder.resolve("nowhere")).resolve("domain-spm.rng");
  }

  @Test
  void aFolder() throws Exception {
    Xmllint xmllint = new Xmllint(List.of("--path", libvirt.toString(), "--relaxng"), overlay);
    assertEquals(Optional.empty(), xmllint.complaint(DOMAIN));
  }

  @Test
  void aCatalog() throws Exception {
    Map<String, String> environment = Map.of("XML_CATALOG_FILES", catalog().toString());
    Xmllint xmllint = new Xmllint(List.of("--relaxng"), overlay, environment);
    assertEquals(Optional.empty(), xmllint.complaint(DOMAIN));
  }

  @Test
  void nothing() {
    Xmllint xmllint = new Xmllint(List.of("--relaxng"), overlay);
    AssertionFailedError error =
        assertThrows(AssertionFailedError.class, () -> xmllint.complaint(DOMAIN));
    assertTrue(error.getMessage().contains("nowhere/domain.rng"), error::getMessage);
  }

  private Path catalog() throws IOException {
    String rewrite =
        "<rewriteSystem systemIdStartString='%s' rewritePrefix='%s'/>"
            .formatted("file://" + folder.resolve("nowhere"), "file://" + libvirt);
    return Files.writeString(
        folder.resolve("catalog.xml"),
        "<catalog xmlns='urn:oasis:names:tc:entity:xmlns:xml:catalog'>" + rewrite + "</catalog>");
  }
}
