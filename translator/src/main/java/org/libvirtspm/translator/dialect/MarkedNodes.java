package org.libvirtspm.translator.dialect;

import java.util.List;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.check.PassthroughRules;
import org.libvirtspm.translator.step.DropOffMarks;
import org.libvirtspm.translator.step.KeepDeclaration;
import org.libvirtspm.translator.step.LockMemory;
import org.libvirtspm.translator.step.MarkNodes;
import org.libvirtspm.translator.step.MoveAcpiNodesets;
import org.libvirtspm.translator.step.MoveBindings;
import org.libvirtspm.translator.step.MoveCells;
import org.libvirtspm.translator.step.MoveDistances;
import org.libvirtspm.translator.step.MoveExpanderBuses;
import org.libvirtspm.translator.step.MoveHugepages;
import org.libvirtspm.translator.step.MoveInterconnects;
import org.libvirtspm.translator.step.ShareOutMemory;
import org.libvirtspm.translator.step.SilenceBalloon;
import org.libvirtspm.translator.step.WriteArguments;
import org.libvirtspm.translator.step.WriteOverrides;

/** Dialects that mark the boot memory of a NUMA node; libvirt never hears of these nodes. */
abstract class MarkedNodes implements Dialect {

  /** The option of {@code -numa node} that marks memory as special. */
  abstract String mark();

  @Override
  public Form form(LibvirtVersion libvirt) {
    return new Form(
        "passthrough",
        PassthroughRules.markedNodes(libvirt),
        List.of(
            new DropOffMarks(),
            new MoveCells(),
            new MarkNodes(mark()),
            new MoveDistances(),
            new MoveInterconnects(),
            new MoveBindings(),
            new MoveHugepages(),
            new MoveExpanderBuses(),
            new MoveAcpiNodesets(),
            new ShareOutMemory(),
            new SilenceBalloon(),
            new LockMemory(),
            new WriteArguments(),
            new WriteOverrides(),
            new KeepDeclaration(name(), "passthrough")));
  }
}
