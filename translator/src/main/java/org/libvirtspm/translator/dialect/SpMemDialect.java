package org.libvirtspm.translator.dialect;

import java.util.List;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.check.NativeRules;
import org.libvirtspm.translator.check.PassthroughRules;
import org.libvirtspm.translator.step.AddInterconnects;
import org.libvirtspm.translator.step.CarryMemory;
import org.libvirtspm.translator.step.DeclareNodes;
import org.libvirtspm.translator.step.DropOffMarks;
import org.libvirtspm.translator.step.EmptyCells;
import org.libvirtspm.translator.step.KeepDeclaration;
import org.libvirtspm.translator.step.MakeRoom;
import org.libvirtspm.translator.step.MoveAcpiNodesets;
import org.libvirtspm.translator.step.MoveBindings;
import org.libvirtspm.translator.step.MoveCells;
import org.libvirtspm.translator.step.MoveDistances;
import org.libvirtspm.translator.step.MoveExpanderBuses;
import org.libvirtspm.translator.step.MoveHugepages;
import org.libvirtspm.translator.step.MoveInterconnects;
import org.libvirtspm.translator.step.WriteArguments;
import org.libvirtspm.translator.step.WriteDevices;
import org.libvirtspm.translator.step.WriteOverrides;

/** {@code -device sp-mem}: stock QEMU from 11.1 on. */
public final class SpMemDialect implements Dialect {

  @Override
  public String name() {
    return "sp-mem";
  }

  /** From libvirt 12 on a cell may be without memory, and libvirt keeps all the books. */
  @Override
  public Form form(LibvirtVersion libvirt) {
    return libvirt.isAtLeast(12, 0) ? nativeForm() : passthrough(libvirt);
  }

  private Form nativeForm() {
    return new Form(
        "native",
        NativeRules.ALL,
        List.of(
            new DropOffMarks(),
            new EmptyCells(),
            new AddInterconnects(),
            new CarryMemory(true),
            new MakeRoom(),
            new WriteDevices(),
            new WriteOverrides(),
            new KeepDeclaration(name(), "native")));
  }

  private Form passthrough(LibvirtVersion libvirt) {
    return new Form(
        "passthrough",
        PassthroughRules.devices(libvirt),
        List.of(
            new DropOffMarks(),
            new MoveCells(),
            new DeclareNodes(),
            new MoveDistances(),
            new MoveInterconnects(),
            new MoveBindings(),
            new MoveHugepages(),
            new MoveExpanderBuses(),
            new MoveAcpiNodesets(),
            new CarryMemory(false),
            new MakeRoom(),
            new WriteDevices(),
            new WriteArguments(),
            new WriteOverrides(),
            new KeepDeclaration(name(), "passthrough")));
  }
}
