package org.libvirtspm.translator.internal.step;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;

/** Names in libvirt's QEMU namespace, with the prefix that the document uses for it. */
final class QemuNamespace {

  private QemuNamespace() {}

  /** Returns the first element of that name below the root. */
  static Optional<Element> find(Domain domain, String name) {
    return domain.root().elements().stream().filter(e -> e.is(Domain.QEMU, name)).findFirst();
  }

  /** Returns the name with the prefix of an element in the namespace. */
  static String name(Element like, String name) {
    return like.prefix().isEmpty() ? name : like.prefix() + ":" + name;
  }

  /** Returns the name with a prefix declared on the root; declares one if there is none. */
  static String declaredName(Domain domain, Plan plan, String name) {
    List<Attribute> declarations =
        domain.root().attributes().stream().filter(Attribute::declaresNamespace).toList();
    return declarations.stream()
            .filter(a -> a.value().equals(Domain.QEMU) && a.name().startsWith("xmlns:"))
            .map(a -> a.name().substring("xmlns:".length()))
            .findFirst()
            .orElseGet(() -> declare(domain, declarations, plan))
        + ":"
        + name;
  }

  private static String declare(Domain domain, List<Attribute> declarations, Plan plan) {
    String prefix = "qemu";
    while (isTaken(declarations, prefix)) {
      prefix = prefix + "-";
    }
    if (plan.journal().created("xmlns:" + prefix)) {
      plan.editor().addAttribute(domain.root(), "xmlns:" + prefix, Domain.QEMU);
    }
    return prefix;
  }

  private static boolean isTaken(List<Attribute> declarations, String prefix) {
    return declarations.stream().anyMatch(a -> a.name().equals("xmlns:" + prefix));
  }
}
