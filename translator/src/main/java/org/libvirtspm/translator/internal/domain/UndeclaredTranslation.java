package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * What a translation has written, in a document that declares nothing: a tool that copies domains
 * without their metadata leaves it so.
 */
final class UndeclaredTranslation {

  private static final Pattern ALIAS = Pattern.compile("ua-spm[0-9]+");
  private static final Pattern MARKED_NODE =
      Pattern.compile("node,nodeid=[0-9]+,memdev=ram-node[0-9]+,[a-z-]+=[a-z-]+\\b.*");

  private UndeclaredTranslation() {}

  /** The first element of it; empty when the document declares SPM, or has none. */
  static Optional<Element> in(Element root) {
    return Declaration.metadata(root).isPresent()
        ? Optional.empty()
        : root.elements()
            .filter(e -> e.namespace().equals(Domain.QEMU))
            .flatMap(Element::elements)
            .filter(UndeclaredTranslation::isOurs)
            .findFirst();
  }

  private static boolean isOurs(Element e) {
    return e.localName().equals("arg")
        ? e.value("value").filter(v -> MARKED_NODE.matcher(v).matches()).isPresent()
        : e.value("alias").filter(a -> ALIAS.matcher(a).matches()).isPresent() && isSpMem(e);
  }

  private static boolean isSpMem(Element device) {
    Stream<Element> properties = device.elements().flatMap(Element::elements);
    return properties.anyMatch(p -> p.value("value").filter("sp-mem"::equals).isPresent());
  }
}
