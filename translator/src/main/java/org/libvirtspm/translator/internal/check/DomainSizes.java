package org.libvirtspm.translator.internal.check;

import java.util.List;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemoryDeviceSizes;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * The domain's own sizes must be valid, since the translation rewrites them and libvirt refuses
 * others; so must what they are to hold together.
 */
final class DomainSizes implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    for (String name : List.of("memory", "currentMemory", "maxMemory")) {
      domain.root().child(name).ifPresent(e -> check(e, problems));
    }
    if (domain.cellsKib() + MemoryDeviceSizes.sumKib(domain.root()) >= MemorySize.MAX_KIB) {
      problems.error(
          domain.root(),
          "cells and memory devices together are more than libvirt can count: the limit is 8 EiB");
    }
  }

  private static void check(Element size, Problems problems) {
    size.elements()
        .forEach(
            e ->
                problems.error(
                    e, "<" + Excerpt.name(e) + "> in a size: " + Remedy.of("remove it")));
    try {
      MemorySize.kib(size.text(), size.value("unit").orElse(""));
    } catch (BadValueException bad) {
      problems.error(size, "<" + Excerpt.name(size) + "> " + bad.marked());
    }
  }
}
