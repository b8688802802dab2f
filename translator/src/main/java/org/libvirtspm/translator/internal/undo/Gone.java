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
 * Elements that the record is about, and that users have removed since. What was said of the nodes
 * of a device goes with it; what was said of memory may not.
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

  /** True when one of several of a name is gone on the way to that place; refuses it if need be. */
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

  /** The place as far as the element with a key; the whole one if there is none. */
  private static String one(String place) {
    int end = place.indexOf('/', Math.max(0, place.indexOf(':')));
    return place.indexOf(':') < 0 || end < 0 ? place : place.substring(0, end);
  }

  /** True when an expander bus without a node is not in the record: it may have another index. */
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
