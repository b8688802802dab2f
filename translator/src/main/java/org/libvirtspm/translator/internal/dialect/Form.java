package org.libvirtspm.translator.internal.dialect;

import java.util.List;
import org.libvirtspm.translator.internal.check.Rule;
import org.libvirtspm.translator.internal.step.Step;

/**
 * How a dialect is brought through a libvirt.
 *
 * @param name native or passthrough, as written into documents
 * @param rules what must hold in this form, beyond what always must
 * @param steps the translation, in order
 */
public record Form(String name, List<Rule> rules, List<Step> steps) {

  /** Copies the lists. */
  public Form {
    rules = List.copyOf(rules);
    steps = List.copyOf(steps);
  }
}
