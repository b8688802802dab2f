package org.libvirtspm.translator.step;

import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.domain.MemoryBacking;
import org.libvirtspm.translator.domain.NodeSet;
import org.libvirtspm.translator.plan.Plan;
import org.libvirtspm.translator.xml.Attribute;
import org.libvirtspm.translator.xml.Element;

/**
 * Takes SPM nodes out of {@code <hugepages><page nodeset>}; the page size goes with the backend.
 */
public final class MoveHugepages implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    List<Element> emptied = new ArrayList<>();
    for (Element page : domain.backing().pages()) {
      MemoryBacking.nodeset(page)
          .ifPresent(
              nodes -> {
                NodeSet rest = nodes.without(domain.spmNodes());
                if (rest.isEmpty()) {
                  emptied.add(page);
                } else if (!rest.equals(nodes)) {
                  Attribute nodeset = page.attribute("nodeset").orElseThrow();
                  plan.setValue(page, nodeset, rest.toString());
                }
              });
    }
    if (!emptied.isEmpty()) {
      plan.remove(emptied.get(0).parent(), emptied);
    }
  }
}
