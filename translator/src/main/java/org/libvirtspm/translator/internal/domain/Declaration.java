package org.libvirtspm.translator.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Node;
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
    return !ours(root).isEmpty()
        || touchesCell(root)
        || !Stray.in(root).isEmpty()
        || !MisspeltSpm.in(root).isEmpty()
        || UndeclaredTranslation.in(root).isPresent();
  }

  private static boolean touchesCell(Element root) {
    Optional<Element> numa = root.descend("cpu", "numa");
    if (numa.isPresent()) {
      for (Element cell : numa.get().elements("cell")) {
        if (cell.attribute("spm").isPresent() || cell.child("source").isPresent()) {
          return true;
        }
      }
    }
    return false;
  }

  /** Our element in the metadata: {@code <spm:numa>}. */
  public static Optional<Element> metadata(Element root) {
    for (Element e : ours(root)) {
      if (isDeclaration(e, root)) {
        return Optional.of(e);
      }
    }
    return Optional.empty();
  }

  private static boolean isDeclaration(Element ours, Element root) {
    return ours.parent() != root && ours.is(NAMESPACE, "numa");
  }

  /** What is in our namespace, or in one that is nearly ours, on the domain or in its metadata. */
  private static List<Element> ours(Element root) {
    List<Element> found = new ArrayList<>();
    addOurs(root, found);
    root.elements("metadata").forEach(m -> addOurs(m, found));
    return found;
  }

  private static void addOurs(Element parent, List<Element> found) {
    for (Node n : parent.children()) {
      if (n instanceof Element e && isOurs(e.namespace())) {
        found.add(e);
      }
    }
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
            ours(root).stream().filter(e -> !isDeclaration(e, root)), stray.elements().stream())
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
    ours(root).stream()
        .filter(e -> isDeclaration(e, root))
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
