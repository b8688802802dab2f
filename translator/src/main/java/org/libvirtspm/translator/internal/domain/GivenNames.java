package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.xml.Element;

/** The names that a translation gives to what has the memory of an SPM node. */
public final class GivenNames {

  /** What the id of a device begins with. */
  public static final String DEVICE = "ua-spm";

  private static final String BACKEND = "ram-node";

  /** libvirt drops every other alias as it reads a definition (USER_ALIAS_CHARS). */
  private static final Pattern KEPT = Pattern.compile("ua-[A-Za-z0-9_-]*");

  private GivenNames() {}

  /** The alias that somebody gave a device, and libvirt keeps. */
  public static Optional<String> alias(Element device) {
    Optional<Element> alias = device.child("alias");
    Optional<String> name = alias.isEmpty() ? Optional.empty() : alias.get().value("name");
    return name.isPresent() && KEPT.matcher(name.get()).matches() ? name : Optional.empty();
  }

  /** The id of the device that has a node's memory, and its alias where libvirt has it. */
  public static String device(int node) {
    return DEVICE + node;
  }

  /** True for the alias of a device that has a node's memory. */
  public static boolean isDevice(String alias) {
    return isNumbered(alias, DEVICE);
  }

  /** True for a memory device of libvirt's that has an SPM node's memory. */
  public static boolean isCarrier(Element e) {
    return e.is("memory")
        && e.child("alias").flatMap(a -> a.value("name")).filter(GivenNames::isDevice).isPresent();
  }

  /** The id of the backend of a node: the one that libvirt gives it. */
  public static String backend(int node) {
    return BACKEND + node;
  }

  /**
   * True when a translated domain's backends are arguments for QEMU: libvirt does not look into
   * these, and gives the guest no access to their files.
   */
  public static boolean hasPassedBackends(Element root) {
    return Domain.qemuArguments(root).stream()
        .anyMatch(a -> a.value("value").filter(GivenNames::isBackend).isPresent());
  }

  /** True for the value of an {@code -object} that is the backend of an SPM node. */
  public static boolean isBackend(String value) {
    return value.startsWith("memory-backend-") && value.contains(",id=" + BACKEND);
  }

  private static boolean isNumbered(String name, String prefix) {
    return name.startsWith(prefix)
        && name.length() > prefix.length()
        && name.chars().skip(prefix.length()).allMatch(c -> c >= '0' && c <= '9');
  }
}
