package org.libvirtspm.translator.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Finds misspelt spm attributes of cells: libvirt would drop them, and the guest would get ordinary
 * memory. No libvirt attribute resembles spm.
 */
final class MisspeltSpm {

  private static final String SPM = "spm";

  private static final Set<String> LIBVIRT =
      Set.of("id", "cpus", "memory", "unit", "memAccess", "discard", SPM);

  private static final Set<String> SWITCHES =
      Set.of("on", "off", "yes", "no", "true", "false", "1");

  private MisspeltSpm() {}

  /**
   * Returns the misspelt attributes in {@code <cpu><numa>} cells, of every {@code <cpu>} since
   * libvirt reads them all.
   */
  static List<Attribute> in(Element root) {
    List<Attribute> found = new ArrayList<>();
    for (Element cpu : root.elements("cpu")) {
      for (Element numa : cpu.elements("numa")) {
        numa.elements("cell").forEach(cell -> addTo(found, cell));
      }
    }
    return found;
  }

  /** Returns the probable meaning, for the end of a question. */
  static String meant(Attribute a) {
    return "spm='" + (a.value().equalsIgnoreCase("off") ? "off" : "on") + "'?";
  }

  private static void addTo(List<Attribute> found, Element cell) {
    for (Attribute a : cell.attributes()) {
      if (!a.declaresNamespace() && !LIBVIRT.contains(a.name()) && is(a)) {
        found.add(a);
      }
    }
  }

  /** True for an attribute whose local name is spm or resembles it. */
  static boolean is(Attribute a) {
    return isNear(a.name().substring(a.name().indexOf(':') + 1), a.value());
  }

  private static boolean isNear(String name, String value) {
    String lower = name.toLowerCase(Locale.ROOT);
    boolean isSwitch = SWITCHES.contains(value.toLowerCase(Locale.ROOT));
    return lower.equals(SPM) || (isSwitch && (lower.startsWith(SPM) || isOneMistakeAway(lower)));
  }

  /** True if one letter is added, missing or different, or two are swapped. */
  private static boolean isOneMistakeAway(String name) {
    for (int i = 0; i < SPM.length(); i++) {
      String before = SPM.substring(0, i);
      String after = SPM.substring(i + 1);
      String swapped = i == 0 ? "" : before.substring(0, i - 1) + SPM.charAt(i) + SPM.charAt(i - 1);
      boolean replaced =
          name.length() == SPM.length() && name.startsWith(before) && name.endsWith(after);
      boolean inserted =
          name.length() == SPM.length() + 1
              && name.startsWith(before)
              && name.endsWith(SPM.substring(i));
      if (replaced || inserted || name.equals(before + after) || name.equals(swapped + after)) {
        return true;
      }
    }
    return false;
  }
}
