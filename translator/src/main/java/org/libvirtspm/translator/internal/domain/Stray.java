package org.libvirtspm.translator.internal.domain;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Node;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Marks and elements of SPM in places where they declare nothing. libvirt would drop them silently,
 * and the memory would be ordinary.
 *
 * @param attributes spm attributes on elements other than cells, and attributes of our namespace on
 *     elements without a namespace
 * @param elements elements of our namespace inside the domain's own children
 */
record Stray(List<Attribute> attributes, List<Element> elements) {

  static Stray in(Element root) {
    Stray stray = new Stray(new ArrayList<>(), new ArrayList<>());
    stray.collect(root, root.descend("cpu", "numa"));
    return stray;
  }

  boolean isEmpty() {
    return attributes.isEmpty() && elements.isEmpty();
  }

  /** Refuses the attributes. */
  void refuse(Element root, Problems problems) {
    Optional<Element> secondCpu = root.elements("cpu").stream().skip(1).findFirst();
    attributes.forEach(a -> problems.error(a, message(a, secondCpu)));
  }

  private static String message(Attribute a, Optional<Element> secondCpu) {
    if (!a.namespace().isEmpty()) {
      return "'"
          + Excerpt.of(a.name())
          + "' declares nothing: "
          + Remedy.of("write a cell's spm='on' without a prefix");
    }
    return secondCpu.filter(cpu -> cpu.span().contains(a.span())).isPresent()
        ? "spm stands in a second <cpu>: libvirt reads both as one; " + Remedy.of("join them")
        : "spm belongs on a <cell> of <cpu><numa>: " + Remedy.of("move it there");
  }

  private void collect(Element e, Optional<Element> numa) {
    boolean isDeep = e.parent() != null && e.parent().parent() != null;
    if (isDeep && Declaration.isOurs(e.namespace())) {
      elements.add(e);
    }
    if (e.is("metadata") || !e.namespace().isEmpty()) {
      return;
    }
    boolean isCell = e.is("cell") && numa.filter(n -> n == e.parent()).isPresent();
    for (Attribute a : e.attributes()) {
      boolean isNamedSpm = a.namespace().isEmpty() && a.name().equals("spm");
      boolean isOurs = Declaration.isOurs(a.namespace());
      if (isCell ? isOurs && !MisspeltSpm.is(a) : isOurs || isNamedSpm) {
        attributes.add(a);
      }
    }
    for (Node n : e.children()) {
      if (n instanceof Element c) {
        collect(c, numa);
      }
    }
  }
}
