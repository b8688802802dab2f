package org.libvirtspm.translator.internal.domain;

import java.util.Locale;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Formats sizes for messages as the author wrote them, not rounded. */
public final class WrittenSize {

  private WrittenSize() {}

  /** Returns number and unit of a cell, or of an element whose text is the number. */
  public static String of(Element e) {
    String number = XmlSpace.strip(e.value("memory").orElseGet(e::text));
    return Excerpt.of(number)
        + e.value("unit").map(unit -> " " + Excerpt.of(unit)).orElse(" (KiB by default)");
  }

  /**
   * Returns a message about a cell's size, with a remedy.
   *
   * @param wrong the text behind the size
   * @param otherwise the remedy if the unit is not the probable mistake
   */
  public static String problem(int id, Element cell, String wrong, String otherwise) {
    return "cell " + id + ": " + of(cell) + " " + wrong + ": " + remedy(cell, otherwise);
  }

  /** Returns the remedy: a question if the unit may be a mistake. */
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
