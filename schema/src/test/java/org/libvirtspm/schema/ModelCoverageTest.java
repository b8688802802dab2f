package org.libvirtspm.schema;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

/** Every element, attribute and enumerated value of the schema occurs in an accepted document. */
class ModelCoverageTest {
  @Test
  void everyDeclarationIsExercised() throws Exception {
    Set<String> unused = new TreeSet<>(Model.declared());
    JdkXsd validator = new JdkXsd(Grammars.DOMAIN_XSD);
    for (Document document : Documents.all()) {
      if (document.right()) {
        unused.removeAll(Usage.of(document.file(), validator.schema()));
      }
    }
    assertEquals(Set.of(), unused);
  }
}
