package org.libvirtspm.translator.internal.step;

import java.util.function.Function;
import org.libvirtspm.translator.internal.domain.Carrier;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.domain.Source;
import org.libvirtspm.translator.internal.plan.DeviceOverride;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.NewElement;

/**
 * Adds a libvirt memory device for each SPM cell, an nvdimm if it has a path, otherwise a dimm; an
 * override turns it into QEMU's sp-mem.
 */
public final class CarryMemory implements Step {

  private final Function<Cell, Carrier> carriers;

  /**
   * Takes the device descriptions.
   *
   * @param carriers returns the description for a cell; a device on an ordinary node is moved to
   *     the SPM node by the override
   */
  public CarryMemory(Function<Cell, Carrier> carriers) {
    this.carriers = carriers;
  }

  @Override
  public void apply(Domain domain, Plan plan) {
    for (Cell cell : domain.spmCells()) {
      Carrier carrier = carriers.apply(cell);
      plan.device(device(cell, carrier));
      plan.override(override(cell, carrier));
    }
  }

  private static NewElement device(Cell cell, Carrier carrier) {
    boolean path = cell.source().path().isPresent();
    NewElement device = NewElement.named("memory").with("model", path ? "nvdimm" : "dimm");
    carrier.access().ifPresent(a -> device.with("access", a));
    carrier.discard().ifPresent(d -> device.with("discard", d));
    NewElement source = source(cell, carrier);
    if (!source.isEmpty()) {
      device.with(source);
    }
    return device
        .with(
            NewElement.named("target")
                .with(MemorySize.write(NewElement.named("size"), cell.sizeKib()))
                .with(NewElement.named("node").text(String.valueOf(carrier.node()))))
        .with(NewElement.named("alias").with("name", GivenNames.device(cell.id())));
  }

  private static NewElement source(Cell cell, Carrier carrier) {
    Source source = cell.source();
    NewElement element = NewElement.named("source");
    source.path().ifPresent(p -> element.with(NewElement.named("path").text(p)));
    source
        .effectiveAlignKib(cell.sizeKib())
        .ifPresent(kib -> element.with(MemorySize.write(NewElement.named("alignsize"), kib)));
    carrier
        .pageKib()
        .ifPresent(kib -> element.with(MemorySize.write(NewElement.named("pagesize"), kib)));
    carrier
        .nodemask()
        .ifPresent(n -> element.with(NewElement.named("nodemask").text(n.toString())));
    return element;
  }

  private static DeviceOverride override(Cell cell, Carrier carrier) {
    DeviceOverride o = new DeviceOverride(GivenNames.device(cell.id())).string("driver", "sp-mem");
    if (carrier.node() != cell.id()) {
      o.unsigned("node", cell.id());
    }
    o.remove("slot");
    return cell.source().path().isPresent()
        ? o.remove("uuid").remove("unarmed").remove("label-size")
        : o;
  }
}
