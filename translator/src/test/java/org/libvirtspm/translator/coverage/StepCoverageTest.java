package org.libvirtspm.translator.coverage;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Result;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translator;
import org.libvirtspm.translator.golden.GoldenCase;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.dialect.Dialect;
import org.libvirtspm.translator.internal.dialect.Form;
import org.libvirtspm.translator.internal.step.Step;

/** Every step of every form matters: without it some golden would come out otherwise. */
class StepCoverageTest {
  /** A dialect that forgets one of its steps. */
  private record Forgetful(Dialect whole, int forgotten) implements Dialect {
    @Override
    public String name() {
      return whole.name();
    }

    @Override
    public Form form(LibvirtVersion libvirt) {
      Form form = whole.form(libvirt);
      List<Step> steps = new ArrayList<>(form.steps());
      steps.remove(forgotten);
      return new Form(form.name(), form.rules(), steps);
    }
  }

  /** A step of one target's form. */
  private record Place(GoldenTarget target, int index) {
    Form form() {
      return target.target().dialect().form(target.target().libvirt());
    }

    /** The dialects share most of the passthrough form, and a shared step is one step. */
    String name() {
      return form().name() + " " + form().steps().get(index).getClass().getSimpleName();
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
                IntStream.range(0, new Place(t, 0).form().steps().size())
                    .mapToObj(i -> new Place(t, i)));
  }

  private static void matters(List<Place> places, List<byte[]> documents) {
    assertTrue(
        places.stream().anyMatch(p -> documents.stream().anyMatch(d -> differs(d, p))),
        "no golden would change without it");
  }

  private static boolean differs(byte[] document, Place place) {
    Target whole = place.target().target();
    Target without = new Target(new Forgetful(whole.dialect(), place.index()), whole.libvirt());
    Result result = place.target().translate(document);
    return result.document().isPresent()
        && !Arrays.equals(
            result.document().get(),
            Translator.translate(document, emulator -> without).document().orElseThrow());
  }
}
