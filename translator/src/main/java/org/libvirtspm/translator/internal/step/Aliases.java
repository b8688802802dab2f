package org.libvirtspm.translator.internal.step;

import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * Device ids as libvirt assigns them (qemuAssignDeviceControllerAlias, …HostdevAlias). Written
 * without lambdas: the hook's start-up archive may lack them, and the first costs 20 ms.
 */
final class Aliases {

  private Aliases() {}

  /** Returns the id of a PCI controller other than a root; empty if libvirt chooses the index. */
  static Optional<String> ofController(Element controller) {
    Optional<String> given = GivenNames.alias(controller);
    Optional<String> index = controller.value("index");
    return given.isPresent() || index.isEmpty()
        ? given
        : Optional.of("pci." + XmlSpace.strip(index.get()));
  }

  /** The ids of host devices. */
  static final class OfHostdevs {

    private final boolean counted;

    OfHostdevs(Domain domain) {
      boolean resolved = false;
      for (Element nic : domain.devices("interface")) {
        resolved |= mayBeHostdev(nic);
      }
      counted = !resolved;
    }

    /**
     * Returns the id of a host device; empty if it depends on networks that libvirt resolves at
     * start.
     *
     * @param ordinal 0-based index among the host devices
     */
    Optional<String> of(Element hostdev, int ordinal) {
      Optional<String> given = GivenNames.alias(hostdev);
      return given.isPresent() || !counted ? given : Optional.of("hostdev" + ordinal);
    }
  }

  private static boolean mayBeHostdev(Element nic) {
    String type = nic.value("type").orElse("");
    return type.equals("hostdev") || type.equals("network");
  }

  /**
   * Adds an alias to a device.
   *
   * @param place the device's path after the translation
   */
  static void add(Element device, String alias, String place, Plan plan) {
    Optional<Element> old = device.child("alias");
    if (old.isPresent()) {
      plan.remove(old.get(), place);
    }
    NewElement element = NewElement.named("alias").with("name", alias);
    plan.editor().append(device, element);
    plan.journal().added(place, element);
  }
}
