package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Where a document says something about SPM. */
public final class Declaration {

  /** Namespace of the metadata form. */
  public static final String NAMESPACE = "https://libvirt-spm.org/xmlns/domain/1.0";

  /** What namespaces begin with that are ours or nearly that. */
  private static final String[] NEARLY = {
    "https://libvirt-spm.org/xmlns/domain", "http://libvirt-spm.org/xmlns/domain"
  };

  private Declaration() {}

  /** True when the document has anything to do with SPM, right or wrong. */
  public static boolean isIn(Document document) {
    Element root = document.root();
    return ours(root).findAny().isPresent()
        || touchesCell(root)
        || !Stray.in(root).isEmpty()
        || !MisspeltSpm.in(root).isEmpty()
        || UndeclaredTranslation.in(root).isPresent();
  }

  private static boolean touchesCell(Element root) {
    return root.descend("cpu", "numa").stream()
        .flatMap(n -> n.elements("cell").stream())
        .anyMatch(c -> c.attribute("spm").isPresent() || c.child("source").isPresent());
  }

  /** Our element in the metadata: {@code <spm:numa>}. */
  public static Optional<Element> metadata(Element root) {
    return all(root).findFirst();
  }

  private static Stream<Element> all(Element root) {
    return ours(root).filter(e -> e.parent() != root && e.is(NAMESPACE, "numa"));
  }

  /** What is in our namespace, or in one that is nearly ours, on the domain or in its metadata. */
  private static Stream<Element> ours(Element root) {
    return Stream.concat(
            root.elements(), root.elements("metadata").stream().flatMap(Element::elements))
        .filter(e -> isOurs(e.namespace()));
  }

  /** True for our namespace and what is nearly that. */
  static boolean isOurs(String namespace) {
    if (namespace.isEmpty()) {
      return false;
    }
    String uri = XmlSpace.strip(namespace);
    return uri.startsWith(NEARLY[0]) || uri.startsWith(NEARLY[1]);
  }

  /** Refuses what is nearly a declaration: libvirt keeps one element of a namespace, the first. */
  static void checkOurs(Element root, Stray stray, Problems problems) {
    Stream.concat(
            ours(root).filter(e -> e.parent() == root || !e.is(NAMESPACE, "numa")),
            stray.elements().stream())
        .forEach(
            e ->
                problems.error(
                    e,
                    "<"
                        + Excerpt.name(e)
                        + "> of namespace '"
                        + Excerpt.of(e.namespace())
                        + "' declares nothing here: the declaration is <numa xmlns='"
                        + NAMESPACE
                        + "'> in <metadata>"));
  }

  /** Refuses every one but the first. */
  public static void checkSingle(Element root, Problems problems) {
    all(root)
        .skip(1)
        .forEach(
            e ->
                problems.error(
                    e,
                    "a second <numa> of ours: libvirt keeps only the first; "
                        + Remedy.of("join them")));
  }

  /** True when the document has been translated: its declaration says to which dialect. */
  public static boolean isTranslated(Document document) {
    return metadata(document.root()).flatMap(e -> e.attribute("dialect")).isPresent();
  }
}
