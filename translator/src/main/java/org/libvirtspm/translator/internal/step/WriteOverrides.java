package org.libvirtspm.translator.internal.step;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.DeviceOverride;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;

/** Writes the property changes into the single {@code <qemu:override>}. */
public final class WriteOverrides implements Step {

  @Override
  public void apply(Domain domain, Plan plan) {
    List<DeviceOverride> overrides = plan.overrides();
    if (overrides.isEmpty()) {
      return;
    }
    Optional<Element> block = QemuNamespace.find(domain, "override");
    if (block.isPresent()) {
      Map<String, Element> frontends = frontends(block.get());
      overrides.forEach(o -> merge(block.get(), frontends, o, plan));
    } else {
      String name = QemuNamespace.declaredName(domain, plan, "override");
      String prefix = name.substring(0, name.indexOf(':') + 1);
      NewElement all = NewElement.named(name);
      overrides.forEach(o -> all.with(device(prefix, o)));
      plan.editor().append(domain.root(), all);
      plan.journal().created("override");
    }
  }

  private static void merge(
      Element block, Map<String, Element> frontends, DeviceOverride o, Plan plan) {
    String prefix = QemuNamespace.name(block, "");
    Element frontend = frontends.get(o.alias());
    if (frontend != null) {
      o.properties().forEach(p -> plan.editor().append(frontend, property(prefix, p)));
    } else {
      plan.editor().append(block, device(prefix, o));
    }
  }

  /** Returns the first {@code <frontend>} of each alias. */
  private static Map<String, Element> frontends(Element block) {
    Map<String, Element> found = new HashMap<>();
    block.elements().stream()
        .filter(d -> d.localName().equals("device"))
        .forEach(
            d ->
                d.elements().stream()
                    .filter(f -> f.localName().equals("frontend"))
                    .findFirst()
                    .ifPresent(f -> d.value("alias").ifPresent(a -> found.putIfAbsent(a, f))));
    return found;
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
