package org.libvirtspm.translator.internal.dialect;

import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.translator.Form;
import org.libvirtspm.translator.internal.check.Rule;
import org.libvirtspm.translator.internal.step.DropOffMarks;
import org.libvirtspm.translator.internal.step.KeepDeclaration;
import org.libvirtspm.translator.internal.step.MoveAcpiNodesets;
import org.libvirtspm.translator.internal.step.MoveBindings;
import org.libvirtspm.translator.internal.step.MoveCells;
import org.libvirtspm.translator.internal.step.MoveDistances;
import org.libvirtspm.translator.internal.step.MoveExpanderBuses;
import org.libvirtspm.translator.internal.step.MoveHugepages;
import org.libvirtspm.translator.internal.step.MoveInterconnects;
import org.libvirtspm.translator.internal.step.Step;
import org.libvirtspm.translator.internal.step.WriteArguments;
import org.libvirtspm.translator.internal.step.WriteOverrides;
import org.libvirtspm.translator.internal.step.WriteTopology;

/** The passthrough form: SPM nodes and all references to them become QEMU arguments. */
final class Passthrough {

  private static final List<Step> REFERENCES =
      List.of(
          new MoveDistances(),
          new MoveInterconnects(),
          new MoveBindings(),
          new MoveHugepages(),
          new MoveExpanderBuses(),
          new MoveAcpiNodesets());

  private Passthrough() {}

  /**
   * Builds the procedure for a dialect.
   *
   * @param nodes writes the nodes; runs first, since QEMU wants nodes before references to them
   * @param memory steps that provide the nodes' memory
   */
  static Procedure procedure(List<Rule> rules, Step nodes, List<Step> memory, String dialect) {
    List<Step> first = List.of(new DropOffMarks(), new MoveCells(), nodes);
    List<Step> last =
        List.of(
            new WriteArguments(),
            new WriteOverrides(),
            new WriteTopology(),
            new KeepDeclaration(dialect, Form.PASSTHROUGH));
    List<Step> steps = new ArrayList<>(first);
    steps.addAll(REFERENCES);
    steps.addAll(memory);
    steps.addAll(last);
    return new Procedure(rules, steps);
  }
}
