package org.libvirtspm.translator.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.oracle.CanonicalXml;

/** What holds for any bytes, by every verb of the library. */
final class Invariants {

  private final byte[] document;
  private final Choices choices;

  private Invariants(byte[] document, Choices choices) {
    this.document = document;
    this.choices = choices;
  }

  /**
   * Fails with an AssertionError that names the invariant; whatever else is thrown is a bug.
   *
   * @return what a translation said
   */
  static List<Problem> check(byte[] document, Choices choices) {
    return new Invariants(document, choices).check();
  }

  private List<Problem> check() {
    boolean invalid = Translator.validate(document).isRefused();
    int cells = Translator.validate(document).cells().size();
    Translation extended = complete(Translator.untranslate(document));
    GoldenTarget target = choices.of(GoldenTarget.ALL);
    Translation result = complete(target.translate(document));
    Optional<byte[]> translated = result.document();
    require(
        extended.isRefused() || cells == extended.cells().size() || invalid,
        "other cells once undone");
    require(!invalid || translated.isEmpty(), "validate refuses, translate does not");
    require(extended.document().isPresent() || translated.isEmpty(), "translated, not undone");
    if (translated.isEmpty()) {
      return result.problems();
    }
    if (declaresNothing()) {
      require(Arrays.equals(document, translated.get()), "without SPM, other bytes");
      require(Arrays.equals(document, extended.document().get()), "without SPM, other bytes");
    }
    require(
        cells == Translator.validate(translated.get()).cells().size(),
        "other cells once translated");
    // What is said of undoing an earlier translation is said once.
    List<Problem> lasting =
        result.problems().stream().filter(p -> !extended.problems().contains(p)).toList();
    translated(extended.document().get(), translated.get(), target, lasting);
    return result.problems();
  }

  private void translated(
      byte[] extended, byte[] translated, GoldenTarget target, List<Problem> problems) {
    Translation again = complete(target.translate(translated));
    same(Optional.of(translated), again.document(), "twice is not once", true);
    require(messages(problems).equals(messages(again.problems())), "twice says something else");
    Translation back = complete(Translator.untranslate(translated));
    same(Optional.of(extended), back.document(), "back again is other XML", false);
    GeneratedOptions.check(extended, translated);
    GoldenTarget other = choices.of(GoldenTarget.ALL);
    Translation direct = complete(other.translate(extended));
    Translation around = complete(other.translate(translated));
    require(
        messages(direct.problems()).equals(messages(around.problems())),
        "another target says something else: " + direct.problems() + around.problems());
    boolean inStep = Arrays.equals(document, around.document().orElse(null));
    if (!inStep) {
      sameButRecord(direct.document(), around.document());
    }
    later(translated, other);
  }

  /** What is added to the translated document is still there afterwards, or refused. */
  private void later(byte[] translated, GoldenTarget other) {
    String edited = LaterEdits.add(new String(translated, UTF_8), choices);
    for (Translation r :
        List.of(
            complete(Translator.untranslate(edited.getBytes(UTF_8))),
            complete(other.translate(edited.getBytes(UTF_8))))) {
      boolean lost =
          r.document().isPresent()
              && !new String(r.document().get(), UTF_8).contains(LaterEdits.MARK);
      require(!lost, "what was added later is lost: " + edited);
    }
  }

  /** No word of ours in it, however it is written. */
  private boolean declaresNothing() {
    String text = new String(document, UTF_8);
    return !text.contains("spm") && !text.contains("&#") && !text.contains("source");
  }

  private static Translation complete(Translation result) {
    require(
        isRefused(result.problems()) == result.document().isEmpty(),
        "neither a document nor a refusal, or both");
    return result;
  }

  private void same(
      Optional<byte[]> expected, Optional<byte[]> actual, String what, boolean bytes) {
    require(expected.isPresent() == actual.isPresent(), what + ": only one is refused");
    if (expected.isEmpty() || Arrays.equals(expected.get(), actual.get())) {
      return;
    }
    String a = CanonicalXml.of(expected.get());
    String b = CanonicalXml.of(actual.get());
    require(!bytes && a.equals(b), what + "\nexpected: " + a + "\nactual: " + b);
  }

  /** The record is anybody's to edit; what it is about is not. */
  private void sameButRecord(Optional<byte[]> direct, Optional<byte[]> around) {
    require(direct.isPresent() == around.isPresent(), "another target: only one is refused");
    if (direct.isPresent()) {
      String a = CanonicalXml.withoutRecord(direct.get());
      String b = CanonicalXml.withoutRecord(around.get());
      require(a.equals(b), "another target gives other XML\nexpected: " + a + "\nactual: " + b);
    }
  }

  private static List<String> messages(List<Problem> problems) {
    return problems.stream().map(p -> p.severity() + " " + p.message()).sorted().toList();
  }

  private static boolean isRefused(List<Problem> problems) {
    return problems.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  private static void require(boolean holds, String what) {
    if (!holds) {
      throw new AssertionError(what);
    }
  }
}
