package org.libvirtspm.translator.internal.step;

import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemoryBacking;
import org.libvirtspm.translator.internal.domain.NodeSet;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;

/** Removes SPM nodes from {@code <hugepages><page nodeset>}; the backend has the page size. */
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
