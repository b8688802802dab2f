package org.libvirtspm.translator.internal.undo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.schema.jaxb.Removed;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Elements in the record that users have removed since. A removed host device or bus takes its
 * entry along; a removed element with memory is refused.
 */
final class Gone {

  private static final String BUS = "devices/controller:";
  private static final String HOST_DEVICE = "devices/hostdev:";

  private final Element root;
  private final Paths paths;
  private final Problems problems;
  private final TranslationRecord record;
  private final Set<String> refused = new HashSet<>();
  private Optional<Boolean> otherBus = Optional.empty();

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
    boolean goes = one.startsWith(HOST_DEVICE) || (one.startsWith(BUS) && !hasOtherBus());
    if (!goes && refused.add(one)) {
      problems.error(
          entry.element(),
          Excerpt.of(one)
              + " is gone since the translation, and <undo> is about it: "
              + Remedy.of("undo that change, and make it in the extended XML"));
    }
    return true;
  }

  /** Returns the path up to the first element with a key; the whole path if there is none. */
  private static String one(String place) {
    int end = place.indexOf('/', Math.max(0, place.indexOf(':')));
    return place.indexOf(':') < 0 || end < 0 ? place : place.substring(0, end);
  }

  /**
   * True if there is an expander bus without a node outside the record: it may be the same with
   * another index.
   */
  private boolean hasOtherBus() {
    if (otherBus.isEmpty()) {
      Set<Element> known = new HashSet<>();
      for (Entry<Removed> removal : record.removals()) {
        String place = removal.said().getFrom();
        if (place.startsWith(BUS)) {
          paths.find(root, one(place)).ifPresent(known::add);
        }
      }
      List<Element> buses =
          root.elements("devices").stream()
              .flatMap(d -> d.elements("controller").stream())
              .filter(c -> c.value("model").filter(m -> m.endsWith("expander-bus")).isPresent())
              .toList();
      otherBus =
          Optional.of(
              buses.stream()
                  .anyMatch(b -> !known.contains(b) && b.descend("target", "node").isEmpty()));
    }
    return otherBus.get();
  }
}
