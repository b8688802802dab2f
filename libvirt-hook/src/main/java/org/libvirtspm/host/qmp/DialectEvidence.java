package org.libvirtspm.host.qmp;

import java.util.List;
import java.util.function.Predicate;

/**
 * What shows that an emulator speaks a dialect.
 *
 * @param dialect the dialect's name
 */
record DialectEvidence(String dialect, Predicate<QemuFacts> shown) {

  /** Evidence of every dialect; an emulator that speaks several is best addressed in the newest. */
  static final List<DialectEvidence> NEWEST_FIRST =
      List.of(
          new DialectEvidence("sp-mem", QemuFacts::hasSpMemDevice),
          new DialectEvidence("memmap-type", q -> q.schema().nodeHasWord("memmap-type", "spm")),
          new DialectEvidence("spm", q -> q.schema().nodeHasSwitch("spm")));

  /** The dialects these facts show, the newest first. */
  static List<String> dialectsShownBy(QemuFacts facts) {
    return NEWEST_FIRST.stream()
        .filter(evidence -> evidence.shown().test(facts))
        .map(DialectEvidence::dialect)
        .toList();
  }
}
