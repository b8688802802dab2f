package org.libvirtspm.translator.internal.step;

import java.util.List;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Removes the {@code <memnode>} of SPM nodes; the backend has the binding. */
public final class MoveBindings implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    for (Element numatune : domain.root().elements("numatune")) {
      List<Element> victims =
          numatune.elements("memnode").stream().filter(m -> isSpm(domain, m)).toList();
      plan.remove(numatune, victims);
    }
  }

  private static boolean isSpm(Domain domain, Element memnode) {
    return memnode.value("cellid").filter(id -> domain.isSpmNode(XmlSpace.strip(id))).isPresent();
  }
}
