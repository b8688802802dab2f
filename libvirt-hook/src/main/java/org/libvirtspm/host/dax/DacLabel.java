package org.libvirtspm.host.dax;

import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * User and group of a domain's own DAC {@code <seclabel>}, as names or ids: {@code +107:+107}.
 *
 * @param user a name, or an id with or without a plus sign; not empty
 * @param group the same of a group; empty if the label names none
 */
public record DacLabel(String user, Optional<String> group) {

  /** Returns the label of a domain; empty if it has none. */
  public static Optional<DacLabel> of(Element domain) {
    return domain.elements("seclabel").stream()
        .filter(s -> s.value("model").filter("dac"::equals).isPresent())
        .flatMap(s -> s.child("label").stream())
        .map(label -> label.text().split(":", 2))
        .filter(parts -> !parts[0].isEmpty())
        .findFirst()
        .map(
            parts ->
                new DacLabel(
                    parts[0], Optional.of(parts).filter(p -> p.length > 1).map(p -> p[1])));
  }
}
