package org.libvirtspm.translator.internal;

import java.util.Optional;
import java.util.OptionalInt;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.xml.ContentComparison;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.SourceText;

/**
 * Checks a finished translation: undoing it gives the extended XML again, and repeating it changes
 * nothing. The rules refuse the known causes of a broken round trip; this check refuses all others.
 */
final class RoundTripCheck {

  /** Translates extended XML for the same target. */
  interface Repetition {
    Translation translate(Document extended) throws MalformedException;
  }

  private final Document extended;
  private final Repetition repetition;

  RoundTripCheck(Document extended, Repetition repetition) {
    this.extended = extended;
    this.repetition = repetition;
  }

  /** Returns the first difference, as an error at its place in the extended XML. */
  Optional<Problem> check(String translated) {
    try {
      return check(DocumentReader.read(new SourceText(translated)));
    } catch (MalformedException e) {
      return notUndone(e.problem());
    }
  }

  private Optional<Problem> check(Document translated) throws MalformedException {
    Problems problems = new Problems(translated.text());
    Document back = Extended.of(translated, Optional.of(extended), problems);
    if (problems.refused()) {
      return notUndone(problems.list().get(0));
    }
    if (back.equals(extended)) {
      return Optional.empty();
    }
    OptionalInt difference = ContentComparison.firstDifference(extended, back);
    if (difference.isPresent()) {
      return refusal(
          difference.getAsInt(),
          "would come back with other XML here: " + Remedy.of("simplify it"));
    }
    return isRepeated(translated, back)
        ? Optional.empty()
        : refusal(extended.root().span().start(), "would not stay as it is when it is repeated");
  }

  private boolean isRepeated(Document translated, Document back) throws MalformedException {
    Translation again = repetition.translate(back);
    return !again.isRefused()
        && Equivalence.same(translated, DocumentReader.read(new SourceText(again.xml())));
  }

  private Optional<Problem> notUndone(Problem why) {
    return refusal(
        extended.root().span().start(),
        "could not be undone: " + Remedy.marked(why.message(), why.remedy()));
  }

  private Optional<Problem> refusal(int offset, String why) {
    return Optional.of(
        new Problem(
            Severity.ERROR,
            "round-trip",
            "a translation of this domain " + Remedy.shown(why),
            Remedy.in(why),
            extended.text().line(offset),
            extended.text().column(offset),
            OptionalInt.empty()));
  }
}
