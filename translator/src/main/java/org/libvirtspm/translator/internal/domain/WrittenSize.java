package org.libvirtspm.translator.internal.domain;

import java.util.Locale;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** A size in its author's words, for messages: what it was rounded to, nobody wrote. */
public final class WrittenSize {

  private WrittenSize() {}

  /** The number and the unit of a cell, or of an element that has the number for a text. */
  public static String of(Element e) {
    String number = XmlSpace.strip(e.value("memory").orElseGet(e::text));
    return number + e.value("unit").map(unit -> " " + unit).orElse(" (KiB by default)");
  }

  /**
   * What is wrong with a cell's size, and what to do about it.
   *
   * @param wrong what comes behind the size
   */
  public static String problem(int id, Element cell, String wrong, String otherwise) {
    return "cell " + id + ": " + of(cell) + " " + wrong + ": " + remedy(cell, otherwise);
  }

  /** What to do about it: a question, if the unit may be a mistake. */
  public static String remedy(Element e, String otherwise) {
    String unit = e.value("unit").orElse("").toLowerCase(Locale.ROOT);
    if (unit.isEmpty()) {
      return Remedy.of("did you mean unit='MiB' or unit='GiB'?");
    }
    return Remedy.of(
        unit.matches("[kmgtpe]b")
            ? "did you mean unit='" + unit.substring(0, 1).toUpperCase(Locale.ROOT) + "iB'?"
            : otherwise);
  }
}
