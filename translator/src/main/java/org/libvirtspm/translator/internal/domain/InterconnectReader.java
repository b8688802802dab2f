package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;

/** Reads a {@code <latency>} or {@code <bandwidth>}. */
final class InterconnectReader {

  private static final long MAX = 0xFFFF_FFFFL;

  private final Problems problems;

  InterconnectReader(Problems problems) {
    this.problems = problems;
  }

  Optional<Interconnect> read(Element e) {
    boolean latency = e.localName().equals("latency");
    String what = e.localName();
    Optional<Long> initiator = node(e, "initiator", what);
    Optional<Long> target = node(e, "target", what);
    target.ifPresent(node -> problems.setNode(e, node.intValue()));
    Optional<Long> cache =
        e.attribute("cache").isEmpty()
            ? Optional.of(0L)
            : Numbers.attribute(problems, e, "cache", 0, 3, what);
    Optional<Long> value = latency ? latency(e) : bandwidthKib(e);
    String type = e.value("type").orElse("");
    if (!type.equals("access") && !type.equals("read") && !type.equals("write")) {
      problems.error(
          e, "type", what + " type='" + Excerpt.of(type) + "' is neither access, read nor write");
      return Optional.empty();
    }
    if (initiator.isEmpty() || target.isEmpty() || cache.isEmpty() || value.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new Interconnect(
            latency,
            initiator.get().intValue(),
            target.get().intValue(),
            cache.get().intValue(),
            type,
            value.get(),
            e));
  }

  private Optional<Long> node(Element e, String name, String what) {
    return Numbers.attribute(problems, e, name, 0, CellReader.MAX_NODES - 1, what);
  }

  private Optional<Long> latency(Element e) {
    return Numbers.attribute(problems, e, "value", 1, MAX, "latency");
  }

  private Optional<Long> bandwidthKib(Element e) {
    try {
      return Optional.of(
          MemorySize.kib(e.value("value").orElse(""), e.value("unit").orElse("KiB")));
    } catch (BadValueException bad) {
      problems.error(e, bad.isAboutUnit() ? "unit" : "value", "bandwidth " + bad.marked());
      return Optional.empty();
    }
  }
}
