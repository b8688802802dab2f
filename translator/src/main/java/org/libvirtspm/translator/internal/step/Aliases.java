package org.libvirtspm.translator.internal.step;

import java.util.Optional;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** The ids libvirt gives to devices (qemuAssignDeviceControllerAlias, …HostdevAlias). */
final class Aliases {

  /** libvirt drops every other alias as it reads a definition (USER_ALIAS_CHARS). */
  private static final Pattern KEPT = Pattern.compile("ua-[A-Za-z0-9_-]*");

  private Aliases() {}

  private static Optional<String> given(Element device) {
    return device
        .child("alias")
        .flatMap(a -> a.value("name"))
        .filter(n -> KEPT.matcher(n).matches());
  }

  /** The id of a PCI controller other than a root; empty when its index is left to libvirt. */
  static Optional<String> ofController(Element controller) {
    return given(controller)
        .or(() -> controller.value("index").map(i -> "pci." + XmlSpace.strip(i)));
  }

  /** The ids of host devices. */
  static final class OfHostdevs {

    private final boolean counted;

    OfHostdevs(Domain domain) {
      counted = domain.devices("interface").stream().noneMatch(Aliases::mayBeHostdev);
    }

    /**
     * The id of one; empty when it depends on what libvirt resolves as it starts.
     *
     * @param ordinal 0-based place among its kind
     */
    Optional<String> of(Element hostdev, int ordinal) {
      Optional<String> given = given(hostdev);
      return given.isPresent() || !counted ? given : Optional.of("hostdev" + ordinal);
    }
  }

  private static boolean mayBeHostdev(Element nic) {
    return nic.value("type").filter(t -> t.equals("hostdev") || t.equals("network")).isPresent();
  }

  /**
   * Gives a device an alias.
   *
   * @param place the device's place from now on
   */
  static void add(Element device, String alias, String place, Plan plan) {
    device.child("alias").ifPresent(a -> plan.remove(a, place));
    NewElement element = NewElement.named("alias").with("name", alias);
    plan.editor().append(device, element);
    plan.journal().added(place, element);
  }
}
