package org.libvirtspm.translator.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicNode;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.oracle.ExtendedSchema;
import org.libvirtspm.translator.oracle.LibvirtDump;
import org.libvirtspm.translator.oracle.LibvirtIndentation;
import org.libvirtspm.translator.oracle.SameXml;

/** What holds for every document that is translated. */
final class Promises {
  private static final Pattern CELL = Pattern.compile("cell ([0-9]{1,9}) ");

  private final GoldenCase golden;
  private final byte[] input;

  Promises(GoldenCase golden) {
    this.golden = golden;
    this.input = golden.document();
  }

  Stream<DynamicNode> of(GoldenTarget target) {
    byte[] output = target.translate(input).document().orElseThrow();
    return Stream.of(
        dynamicTest("again changes nothing", () -> again(target, output)),
        dynamicTest("another target is as from the input", () -> others(output)),
        dynamicTest("untranslate gives the input", () -> back(output)),
        dynamicTest("input and output are valid", () -> valid(output)),
        dynamicTest("the way back leads through libvirt", () -> throughLibvirt(output)));
  }

  /** Those of the target itself, without the schemas: a mutant may meet all goldens. */
  void keptBy(GoldenTarget target) {
    byte[] output = target.translate(input).document().orElseThrow();
    again(target, output);
    back(output);
    throughLibvirt(output);
  }

  private void again(GoldenTarget target, byte[] output) {
    Translation again = target.translate(output);
    assertArrayEquals(output, again.document().orElseThrow());
    assertEquals(messages(target.translate(input).problems()), messages(again.problems()));
  }

  private void others(byte[] output) {
    for (GoldenTarget other : golden.targets()) {
      Translation fromInput = other.translate(input);
      Translation fromOutput = other.translate(output);
      assertEquals(messages(fromInput.problems()), messages(fromOutput.problems()), other.name());
      assertEquals(fromInput.document().isPresent(), fromOutput.document().isPresent());
      fromInput.document().ifPresent(d -> same(d, fromOutput.document().orElseThrow()));
    }
  }

  private void back(byte[] output) {
    Translation back = Translator.untranslate(output);
    assertEquals(List.of(), back.problems());
    same(input, back.document().orElseThrow());
  }

  private void same(byte[] expected, byte[] actual) {
    if (LibvirtIndentation.isIn(input)) {
      assertEquals(new String(expected, UTF_8), new String(actual, UTF_8));
    } else {
      SameXml.check(expected, actual);
    }
  }

  private static void valid(byte[] input, byte[] output) {
    assertEquals(Optional.empty(), ExtendedSchema.complaint(input), "input");
    assertEquals(Optional.empty(), ExtendedSchema.complaint(output), "output");
  }

  private void valid(byte[] output) {
    valid(input, output);
  }

  private void throughLibvirt(byte[] output) {
    Translation back = Translator.untranslate(LibvirtDump.of(output));
    assertEquals(List.of(), back.problems());
    assertEquals(
        new String(LibvirtDump.of(input), UTF_8),
        new String(LibvirtDump.of(back.document().orElseThrow()), UTF_8));
  }

  /** What is wrong for every target is wrong for validate, and nothing else is. */
  void validateAgrees() {
    List<Problem> alone = Translator.validate(input).problems();
    boolean refused = alone.stream().anyMatch(p -> p.severity() == Severity.ERROR);
    for (GoldenTarget target : golden.targets()) {
      Translation result = target.translate(input);
      if (refused) {
        assertEquals(alone, result.problems());
        assertTrue(result.document().isEmpty());
      } else {
        assertTrue(result.problems().containsAll(alone), () -> "" + alone + result.problems());
      }
      result
          .document()
          .ifPresent(
              d -> assertEquals(messages(alone), messages(Translator.validate(d).problems())));
    }
  }

  /** A problem that begins with a cell is one of that node. */
  void nodesAreSaid() {
    for (GoldenTarget target : golden.targets()) {
      for (Problem p : target.translate(input).problems()) {
        Matcher about = CELL.matcher(p.message());
        if (about.lookingAt()) {
          assertEquals(OptionalInt.of(Integer.parseInt(about.group(1))), p.node(), p.message());
        }
      }
    }
  }

  private static List<String> messages(List<Problem> problems) {
    return problems.stream().map(p -> p.severity() + " " + p.message()).sorted().toList();
  }
}
