package org.libvirtspm.translator.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.golden.GoldenCase;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Translating;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.internal.dialect.Procedure;
import org.libvirtspm.translator.internal.step.Step;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** Every step of every form matters: without it some golden would come out otherwise. */
class StepCoverageTest {
  private static final List<byte[]> DOCUMENTS =
      GoldenCase.all().stream()
          .map(GoldenCase::document)
          .filter(d -> !Translator.validate(d).isRefused())
          .toList();

  /** The dialects share most of the passthrough form, and a shared step is one step. */
  private static String name(Target target, Step step) {
    return target.form().word() + " " + step.getClass().getSimpleName();
  }

  @TestFactory
  Stream<DynamicTest> everyStep() {
    Set<String> names = new TreeSet<>();
    for (GoldenTarget golden : GoldenTarget.ALL) {
      DOCUMENTS.forEach(d -> translate(d, golden.target(), name -> noted(names, name)));
    }
    return names.stream().map(name -> dynamicTest(name, () -> matters(name)));
  }

  private static boolean noted(Set<String> names, String name) {
    names.add(name);
    return true;
  }

  private static void matters(String name) {
    assertTrue(
        GoldenTarget.ALL.stream()
            .filter(t -> name.startsWith(t.target().form().word() + " "))
            .anyMatch(t -> DOCUMENTS.stream().anyMatch(d -> differs(d, t, name))),
        "no golden would change without it");
  }

  private static boolean differs(byte[] document, GoldenTarget golden, String name) {
    Translation result = golden.translate(document);
    if (result.isRefused()) {
      return false;
    }
    Translation without = translate(document, golden.target(), step -> !step.equals(name));
    return without.isRefused() || !result.xml().equals(without.xml());
  }

  /** Translates by those steps that a filter of their names lets through. */
  private static Translation translate(byte[] document, Target target, Predicate<String> steps) {
    return Translating.translate(
        read(document),
        target,
        (t, domain) -> {
          Procedure whole = Translating.procedure(t, domain);
          return new Procedure(
              whole.rules(), whole.steps().stream().filter(s -> steps.test(name(t, s))).toList());
        });
  }

  private static Document read(byte[] document) {
    try {
      return DocumentReader.read(SourceText.decode(document));
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }
}
