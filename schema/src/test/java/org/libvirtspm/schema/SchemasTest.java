package org.libvirtspm.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.net.URL;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The names of the grammars, and what is in them, agree with the constants. */
class SchemasTest {
  @Test
  void allNamesEveryGrammar() throws Exception {
    Set<String> named = new TreeSet<>();
    for (URL url : Schemas.all()) {
      named.add(Grammars.file(url).getFileName().toString());
    }
    assertEquals(grammarFiles(), named);
  }

  @Test
  void constantsAreDeclared() throws Exception {
    Set<String> declared = Model.declared();
    for (String name :
        Set.of(
            Model.element("", Schemas.NAMESPACE, Schemas.NUMA),
            Model.element("numa", "", Schemas.CELL),
            Model.attribute("cell", Schemas.SPM),
            Model.element("spm:declaration", Schemas.NAMESPACE, Schemas.UNDO),
            Model.attribute("spm:declaration", Schemas.DIALECT),
            Model.attribute("spm:declaration", Schemas.FORM),
            Model.attribute("spm:declaration", Schemas.DECLARED))) {
      assertTrue(declared.contains(name), () -> name + " is not among " + declared);
    }
  }

  @Test
  void overlayIncludesWhatLibvirtInstalls() throws Exception {
    String overlay = Files.readString(Grammars.file(Schemas.domainRng()));
    assertTrue(overlay.contains("<include href=\"file://" + Schemas.LIBVIRT_DOMAIN_RNG + "\"/>"));
  }

  private static Set<String> grammarFiles() throws Exception {
    Path folder = Grammars.file(Schemas.domainXsd()).getParent();
    try (Stream<Path> files = Files.list(folder)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".xsd") || name.endsWith(".rng"))
          .collect(Collectors.toCollection(TreeSet::new));
    }
  }
}
