package org.libvirtspm.translator.internal.step;

import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;

/** Takes {@code spm='off'} from ordinary cells: libvirt's schema does not know it. */
public final class DropOffMarks implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    for (Cell cell : domain.ordinaryCells()) {
      Element e = cell.declared();
      e.attribute("spm").ifPresent(a -> plan.removeAttribute(e, a));
    }
  }
}
