package org.libvirtspm.translator.internal.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** What {@code <numatune>} says of host nodes: for the whole memory, and for nodes of the guest. */
final class Bindings {

  private final Optional<Binding> memory;
  private final Map<String, Binding> byCell = new HashMap<>();

  /** Reads each once: every cell may ask for them, and beside every other cell. */
  Bindings(Optional<Element> numatune) {
    memory = numatune.flatMap(n -> n.child("memory")).map(Bindings::read);
    numatune.stream()
        .flatMap(n -> n.elements("memnode").stream())
        .forEach(
            m ->
                m.value("cellid")
                    .ifPresent(id -> byCell.computeIfAbsent(XmlSpace.strip(id), k -> read(m))));
  }

  private static Binding read(Element e) {
    return new Binding(NodeSet.in(e.attribute("nodeset")), e.value("mode").orElse("strict"));
  }

  /** What {@code <memory>} says. */
  Optional<Binding> memory() {
    return memory;
  }

  /** What the {@code <memnode>} of a node says. */
  Optional<Binding> memnode(int node) {
    return Optional.ofNullable(byCell.get(String.valueOf(node)));
  }
}
