package org.libvirtspm.translator.internal.step;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/**
 * Writes the arguments for QEMU behind the existing ones, in the single block that libvirt's schema
 * allows.
 */
public final class WriteArguments implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    if (plan.arguments().isEmpty()) {
      return;
    }
    Optional<Element> block = QemuNamespace.find(domain, "commandline");
    if (block.isPresent()) {
      append(block.get(), plan);
    } else {
      String name = QemuNamespace.declaredName(domain, plan, "commandline");
      String arg = QemuNamespace.declaredName(domain, plan, "arg");
      plan.editor().append(domain.root(), NewElement.named(name).with(elements(arg, plan)));
      plan.journal().created("commandline");
    }
  }

  /** Inserts them before the environment variables, as libvirt's schema requires. */
  private static void append(Element block, Plan plan) {
    List<NewElement> elements = elements(QemuNamespace.name(block, "arg"), plan);
    int index = 0;
    for (int i = 0; i < block.children().size(); i++) {
      if (block.children().get(i) instanceof Element e && e.is(Domain.QEMU, "arg")) {
        index = i + 1;
      }
    }
    for (NewElement e : elements) {
      plan.editor().insert(block, index, e);
    }
  }

  private static List<NewElement> elements(String name, Plan plan) {
    return plan.arguments().stream().map(a -> NewElement.named(name).with("value", a)).toList();
  }
}
