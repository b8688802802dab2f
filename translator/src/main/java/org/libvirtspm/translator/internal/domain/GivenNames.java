package org.libvirtspm.translator.internal.domain;

import java.util.Optional;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.xml.Element;

/** Names that the translation gives to the devices and backends of SPM nodes. */
public final class GivenNames {

  /** Prefix of device ids. */
  public static final String DEVICE = "ua-spm";

  private static final String BACKEND = "ram-node";

  /** User aliases that libvirt keeps when it parses a definition (USER_ALIAS_CHARS). */
  private static final Pattern KEPT = Pattern.compile("ua-[A-Za-z0-9_-]*");

  private GivenNames() {}

  /** Returns the device's user alias, if libvirt keeps it. */
  public static Optional<String> alias(Element device) {
    Optional<Element> alias = device.child("alias");
    Optional<String> name = alias.isEmpty() ? Optional.empty() : alias.get().value("name");
    return name.isPresent() && KEPT.matcher(name.get()).matches() ? name : Optional.empty();
  }

  /** Returns the id of the device with a node's memory; also its alias in libvirt. */
  public static String device(int node) {
    return DEVICE + node;
  }

  /** True for the alias of a device with an SPM node's memory. */
  public static boolean isDevice(String alias) {
    return isNumbered(alias, DEVICE);
  }

  /** True for the libvirt memory device with an SPM node's memory. */
  public static boolean isCarrier(Element e) {
    return e.is("memory")
        && e.child("alias").flatMap(a -> a.value("name")).filter(GivenNames::isDevice).isPresent();
  }

  /** Returns the id of a node's backend, the same as libvirt's. */
  public static String backend(int node) {
    return BACKEND + node;
  }

  /**
   * True if a translated domain's backends are QEMU arguments. libvirt ignores these and gives the
   * guest no access to their files.
   */
  public static boolean hasPassedBackends(Element root) {
    return Domain.qemuArguments(root).stream()
        .anyMatch(a -> a.value("value").filter(GivenNames::isBackend).isPresent());
  }

  /** True for the value of an {@code -object} argument with the backend of an SPM node. */
  public static boolean isBackend(String value) {
    return value.startsWith("memory-backend-") && value.contains(",id=" + BACKEND);
  }

  private static boolean isNumbered(String name, String prefix) {
    return name.startsWith(prefix)
        && name.length() > prefix.length()
        && name.chars().skip(prefix.length()).allMatch(c -> c >= '0' && c <= '9');
  }
}
