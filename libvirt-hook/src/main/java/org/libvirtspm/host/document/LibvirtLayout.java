package org.libvirtspm.host.document;

import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.libvirtspm.translator.internal.Equivalence;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/**
 * Formats domain XML for comparison as libvirt would: sizes in KiB except in our metadata, one
 * style of quotes, no comments, and no addresses of our memory devices.
 */
final class LibvirtLayout {

  private LibvirtLayout() {}

  /** Returns the formatted document; unchanged if it is not a domain. */
  static byte[] of(byte[] xml) {
    return DomainDocument.read(xml)
        .map(domain -> copy(domain.root()).render("\n", "  ") + "\n")
        .map(text -> text.getBytes(StandardCharsets.UTF_8))
        .orElse(xml);
  }

  private static NewElement copy(Element e) {
    Optional<String> kib = kib(e);
    NewElement copy = NewElement.named(e.qualifiedName());
    for (Attribute a : e.attributes()) {
      copy.with(a.name(), kib.map(size -> inKib(a, size)).orElse(a.value()));
    }
    boolean carrier = GivenNames.isCarrier(e);
    e.elements().stream()
        .filter(c -> !(carrier && c.is("address")))
        .forEach(c -> copy.with(copy(c)));
    return copy.text(kib.filter(size -> !e.text().isEmpty()).orElse(e.text()));
  }

  private static String inKib(Attribute a, String size) {
    return switch (a.name()) {
      case "unit" -> "KiB";
      case "memory" -> size;
      default -> a.value();
    };
  }

  /** Returns the size of an element in KiB, if it has a readable one. */
  private static Optional<String> kib(Element e) {
    if (!Equivalence.hasSize(e) || !e.namespace().isEmpty()) {
      return Optional.empty();
    }
    try {
      String number = e.value("memory").orElseGet(e::text);
      return Optional.of(String.valueOf(MemorySize.kib(number, e.value("unit").orElse(""))));
    } catch (BadValueException bad) {
      return Optional.empty();
    }
  }
}
