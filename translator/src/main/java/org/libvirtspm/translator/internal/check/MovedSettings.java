package org.libvirtspm.translator.internal.check;

import java.util.HashSet;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.domain.NodeSet;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Checks bindings and page sizes that leave libvirt's XML, as libvirt would have checked them. */
final class MovedSettings implements Rule {

  private static final Set<String> MODES =
      Set.of("strict", "preferred", "interleave", "restrictive");

  @Override
  public void check(Domain domain, Problems problems) {
    domain.backing().pages().forEach(p -> page(p, problems));
    Set<String> seen = new HashSet<>();
    for (Element numatune : domain.root().elements("numatune")) {
      numatune.elements("memory").forEach(m -> binding(m, problems));
      for (Element memnode : numatune.elements("memnode")) {
        String cell = XmlSpace.strip(memnode.value("cellid").orElse(""));
        problems.setNode(memnode, cell);
        binding(memnode, problems);
        if (!seen.add(cell)) {
          problems.error(
              memnode,
              "cellid",
              "a second <memnode> for cell '" + Excerpt.of(cell) + "': " + Remedy.of("keep one"));
        }
      }
    }
  }

  private static void page(Element page, Problems problems) {
    nodeset(page, problems);
    try {
      MemorySize.kib(page.value("size").orElse(""), page.value("unit").orElse(""));
    } catch (BadValueException bad) {
      problems.error(page, bad.isAboutUnit() ? "unit" : "size", "page size " + bad.marked());
    }
  }

  private static void binding(Element e, Problems problems) {
    nodeset(e, problems);
    String mode = e.value("mode").orElse("strict");
    if (!MODES.contains(mode)) {
      problems.error(
          e,
          "mode",
          "mode='"
              + Excerpt.of(mode)
              + "' is none of strict, preferred, interleave and restrictive");
    }
  }

  private static void nodeset(Element e, Problems problems) {
    try {
      if (e.attribute("nodeset").isPresent()) {
        NodeSet.parse(e.value("nodeset").orElseThrow());
      }
    } catch (BadValueException bad) {
      problems.error(e, "nodeset", "nodeset " + bad.marked());
    }
  }
}
