package org.libvirtspm.translator.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.golden.GoldenCase;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Translating;
import org.libvirtspm.translator.internal.dialect.Dialects;
import org.libvirtspm.translator.internal.dialect.Procedure;
import org.libvirtspm.translator.internal.step.Step;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** Every step of every form matters: without it some golden would come out otherwise. */
class StepCoverageTest {
  /** A step of one target's form. */
  private record Place(GoldenTarget target, int index) {
    List<Step> steps() {
      return Dialects.procedure(target.target()).steps();
    }

    Procedure without(Target any) {
      Procedure whole = Dialects.procedure(any);
      List<Step> steps = new ArrayList<>(whole.steps());
      steps.remove(index);
      return new Procedure(whole.rules(), steps);
    }

    /** The dialects share most of the passthrough form, and a shared step is one step. */
    String name() {
      return target.target().form().word() + " " + steps().get(index).getClass().getSimpleName();
    }
  }

  @TestFactory
  Stream<DynamicTest> everyStep() {
    List<byte[]> documents = GoldenCase.all().stream().map(GoldenCase::document).toList();
    return places()
        .collect(Collectors.groupingBy(Place::name, TreeMap::new, Collectors.toList()))
        .entrySet()
        .stream()
        .map(e -> dynamicTest(e.getKey(), () -> matters(e.getValue(), documents)));
  }

  private static Stream<Place> places() {
    return GoldenTarget.ALL.stream()
        .flatMap(
            t ->
                IntStream.range(0, new Place(t, 0).steps().size())
                    .mapToObj(i -> new Place(t, i)));
  }

  private static void matters(List<Place> places, List<byte[]> documents) {
    assertTrue(
        places.stream().anyMatch(p -> documents.stream().anyMatch(d -> differs(d, p))),
        "no golden would change without it");
  }

  private static boolean differs(byte[] document, Place place) {
    Translation result = place.target().translate(document);
    if (result.isRefused()) {
      return false;
    }
    Translation without =
        Translating.translate(read(document), place.target().target(), place::without);
    return without.isRefused() || !result.xml().equals(without.xml());
  }

  private static Document read(byte[] document) {
    try {
      return DocumentReader.read(SourceText.decode(document));
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }
}
