package org.libvirtspm.schema;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

/** Every document before every validator: right or wrong, and the difference between languages. */
class DocumentsTest {
  @Test
  void xsdByTheClassLibrary() throws Exception {
    assertVerdicts(Language.XSD, new JdkXsd(Grammars.DOMAIN_XSD), true);
  }

  @Test
  void xsdByXmllint() throws Exception {
    assertVerdicts(Language.XSD, new Xmllint(List.of("--schema"), Grammars.DOMAIN_XSD), false);
  }

  @Test
  void rngByXmllintAsVirtXmlValidateCallsIt() throws Exception {
    Grammars.needLibvirt();
    assertVerdicts(Language.RNG, new Xmllint(List.of("--relaxng"), Grammars.DOMAIN_RNG), false);
  }

  @Test
  void rngByJing() throws Exception {
    Grammars.needLibvirt();
    assertVerdicts(Language.RNG, new Jing(Grammars.DOMAIN_RNG), true);
  }

  @Test
  void everyDifferenceIsOfADocumentAndHasAReason() throws Exception {
    Set<String> known = new TreeSet<>();
    for (Document document : Documents.all()) {
      EnumSet.allOf(Language.class)
          .forEach(language -> known.add(Documents.key(document.name(), language)));
    }
    Documents.differences()
        .forEach(
            (key, reason) -> {
              assertTrue(known.contains(key), () -> "no such document and language: " + key);
              assertFalse(reason.isEmpty(), () -> "no reason given: " + key);
            });
  }

  @Test
  void everyRefusalHasAnExpectedComplaint() throws Exception {
    Map<String, String> differences = Documents.differences();
    for (Document document : Documents.all()) {
      Set<Language> refusing = EnumSet.allOf(Language.class);
      refusing.removeIf(language -> accepts(document, language, differences));
      assertEquals(refusing, document.errors().keySet(), document.name());
    }
  }

  @Test
  void everyExpectedComplaintHasADocument() {
    for (Path errors : Documents.files("err")) {
      String name = errors.getFileName().toString().replaceFirst("err$", "xml");
      assertTrue(Files.exists(errors.resolveSibling(name)), () -> "no document for " + errors);
    }
  }

  private static boolean accepts(
      Document document, Language language, Map<String, String> differences) {
    boolean differs = differences.containsKey(Documents.key(document.name(), language));
    return document.right() != differs;
  }

  private static void assertVerdicts(Language language, Validator validator, boolean wording)
      throws Exception {
    Map<String, String> differences = Documents.differences();
    List<Executable> verdicts = new ArrayList<>();
    for (Document document : Documents.all()) {
      String words = wording ? document.errors().getOrDefault(language, "") : "";
      verdicts.add(verdict(document, validator, accepts(document, language, differences), words));
    }
    assertAll(verdicts);
  }

  private static Executable verdict(
      Document document, Validator validator, boolean accepts, String words) {
    return () -> {
      Optional<String> complaint = validator.complaint(document.file());
      assertEquals(accepts, complaint.isEmpty(), () -> document.name() + ": " + complaint);
      assertTrue(
          complaint.orElse("").contains(words),
          () -> document.name() + ": expected " + words + " but got " + complaint);
    };
  }
}
