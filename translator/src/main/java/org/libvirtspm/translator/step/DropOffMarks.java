package org.libvirtspm.translator.step;

import org.libvirtspm.translator.domain.Cell;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.plan.Plan;
import org.libvirtspm.translator.xml.Element;

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
