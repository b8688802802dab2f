package org.libvirtspm.translator.step;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.plan.DeviceOverride;
import org.libvirtspm.translator.plan.Plan;
import org.libvirtspm.translator.xml.Element;
import org.libvirtspm.translator.xml.NewElement;

/** Writes the device properties to change into the one {@code <qemu:override>} there may be. */
public final class WriteOverrides implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    List<DeviceOverride> overrides = plan.overrides();
    if (overrides.isEmpty()) {
      return;
    }
    Optional<Element> block = QemuNamespace.find(domain, "override");
    if (block.isPresent()) {
      overrides.forEach(o -> merge(block.get(), o, plan));
    } else {
      String name = QemuNamespace.declaredName(domain, plan, "override");
      String prefix = name.substring(0, name.indexOf(':') + 1);
      NewElement all = NewElement.named(name);
      overrides.forEach(o -> all.with(device(prefix, o)));
      plan.editor().append(domain.root(), all);
      plan.journal().created("override");
    }
  }

  private static void merge(Element block, DeviceOverride o, Plan plan) {
    String prefix = QemuNamespace.name(block, "");
    Optional<Element> frontend = frontend(block, o.alias());
    if (frontend.isPresent()) {
      o.properties().forEach(p -> plan.editor().append(frontend.get(), property(prefix, p)));
    } else {
      plan.editor().append(block, device(prefix, o));
    }
  }

  private static Optional<Element> frontend(Element block, String alias) {
    return block
        .elements()
        .filter(d -> d.localName().equals("device"))
        .filter(d -> d.value("alias").filter(alias::equals).isPresent())
        .flatMap(Element::elements)
        .filter(f -> f.localName().equals("frontend"))
        .findFirst();
  }

  private static NewElement device(String prefix, DeviceOverride o) {
    NewElement frontend = NewElement.named(prefix + "frontend");
    o.properties().forEach(p -> frontend.with(property(prefix, p)));
    return NewElement.named(prefix + "device").with("alias", o.alias()).with(frontend);
  }

  private static NewElement property(String prefix, DeviceOverride.Property p) {
    NewElement e =
        NewElement.named(prefix + "property").with("name", p.name()).with("type", p.type());
    return p.value() == null ? e : e.with("value", p.value());
  }
}
