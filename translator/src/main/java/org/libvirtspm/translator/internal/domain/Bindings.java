package org.libvirtspm.translator.internal.domain;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** What {@code <numatune>} says of host nodes: for the whole memory, and for nodes of the guest. */
final class Bindings {

  private final Optional<Element> memory;
  private final Map<String, Element> byCell = new HashMap<>();

  Bindings(Optional<Element> numatune) {
    memory = numatune.flatMap(n -> n.child("memory"));
    numatune.stream()
        .flatMap(n -> n.elements("memnode").stream())
        .forEach(m -> m.value("cellid").ifPresent(id -> byCell.putIfAbsent(XmlSpace.strip(id), m)));
  }

  /** The {@code <memory>}. */
  Optional<Element> memory() {
    return memory;
  }

  /** The {@code <memnode>} of a node. */
  Optional<Element> memnode(int node) {
    return Optional.ofNullable(byCell.get(String.valueOf(node)));
  }
}
