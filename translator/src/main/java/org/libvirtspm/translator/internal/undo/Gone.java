package org.libvirtspm.translator.internal.undo;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Elements in the record that users have removed since. A removed host device or bus takes its
 * entry along, with a warning if it may have changed its address; a removed element with memory is
 * refused.
 */
final class Gone {

  private static final String BUS = "devices/controller:";
  private static final String HOST_DEVICE = "devices/hostdev:";

  private final Element root;
  private final Paths paths;
  private final Problems problems;
  private final TranslationRecord record;
  private final Set<String> told = new HashSet<>();
  private final Map<String, Boolean> others = new HashMap<>();

  Gone(Element root, TranslationRecord record, Paths paths, Problems problems) {
    this.root = root;
    this.record = record;
    this.paths = paths;
    this.problems = problems;
  }

  /**
   * True if the place is inside a keyed element that is gone; reports an error unless its entry may
   * go too.
   */
  boolean check(String place, Entry<?> entry) {
    String one = one(place);
    if (one.indexOf(':') < 0 || paths.find(root, one).isPresent()) {
      return false;
    }
    if (one.startsWith(HOST_DEVICE)) {
      warn(one, entry);
    } else if ((!one.startsWith(BUS) || hasOther(BUS, Gone::isBusWithoutNode)) && told.add(one)) {
      problems.error(
          entry.element(),
          Excerpt.of(one)
              + " is gone since the translation, and <undo> is about it: "
              + Remedy.of("undo that change, and make it in the extended XML"));
    }
    return true;
  }

  /** Warns if another host device may be the same with another address. */
  private void warn(String one, Entry<?> entry) {
    if (hasOther(HOST_DEVICE, d -> d.is("hostdev")) && told.add(one)) {
      problems.warning(
          entry.element(),
          Excerpt.of(one)
              + " is gone since the translation, and its <acpi nodeset> with it: "
              + Remedy.of("give a device with another address its nodeset again"));
    }
  }

  /** Returns the path up to the first element with a key; the whole path if there is none. */
  private static String one(String place) {
    int end = place.indexOf('/', Math.max(0, place.indexOf(':')));
    return place.indexOf(':') < 0 || end < 0 ? place : place.substring(0, end);
  }

  private static boolean isBusWithoutNode(Element device) {
    return device.is("controller")
        && device.value("model").filter(m -> m.endsWith("expander-bus")).isPresent()
        && device.descend("target", "node").isEmpty();
  }

  /**
   * True if there is such a device outside the record: it may be the same with another key.
   *
   * @param places the beginning of the places of such devices
   */
  private boolean hasOther(String places, Predicate<Element> isSuch) {
    return others.computeIfAbsent(
        places,
        p -> {
          Set<Element> known = new HashSet<>();
          Stream.concat(
                  record.removals().stream().map(r -> r.said().getFrom()),
                  record.changes().stream().map(c -> c.said().getAt()))
              .filter(place -> place.startsWith(p))
              .forEach(place -> paths.find(root, one(place)).ifPresent(known::add));
          return root.elements("devices").stream()
              .flatMap(e -> e.elements().stream())
              .anyMatch(d -> isSuch.test(d) && !known.contains(d));
        });
  }
}
