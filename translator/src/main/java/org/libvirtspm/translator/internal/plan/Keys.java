package org.libvirtspm.translator.internal.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.domain.MemoryBacking;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * Keys that identify an element among those of its name, also after libvirt has reformatted the
 * document or users have inserted others. Written without lambdas, which the hook's start-up
 * archive may lack.
 */
final class Keys {

  private static final String[] PCI = {"domain", "bus", "slot", "function"};
  private static final String[] SEPARATORS = {"", ":", ":", "."};

  private static final Pattern UUID =
      Pattern.compile("[0-9A-Fa-f]{8}(-[0-9A-Fa-f]{4}){3}-[0-9A-Fa-f]{12}");

  private Keys() {}

  /** Returns the keys of an element, the most durable first; none if its name does not repeat. */
  static List<String> of(Element e, int ordinal) {
    List<String> keys = new ArrayList<>();
    switch (e.localName()) {
      case "cell" -> keys.add(e.value("id").orElse(String.valueOf(ordinal)));
      case "controller" -> {
        addAlias(e, keys);
        Optional<String> index = e.value("index");
        if (index.isPresent()) {
          keys.add(e.value("type").orElse("") + "." + XmlSpace.strip(index.get()));
        }
        keys.add(String.valueOf(ordinal));
      }
      case "hostdev" -> {
        addPciAddress(e, keys);
        addMediatedDevice(e, keys);
        addAlias(e, keys);
        keys.add(String.valueOf(ordinal));
      }
      case "page" -> {
        OptionalLong kib = MemoryBacking.sizeKib(e);
        keys.add(String.valueOf(kib.isPresent() ? kib.getAsLong() : "." + ordinal));
      }
      default -> {}
    }
    return keys;
  }

  /** True for elements of which libvirt accepts two with the same key. */
  static boolean mayRepeat(Element e) {
    return e.is("hostdev") || e.is("page");
  }

  private static void addAlias(Element device, List<String> keys) {
    Optional<String> alias = GivenNames.alias(device);
    if (alias.isPresent()) {
      keys.add(alias.get());
    }
  }

  /** Adds the UUID of a mediated device. */
  private static void addMediatedDevice(Element hostdev, List<String> keys) {
    Optional<Element> address = hostdev.descend("source", "address");
    if (address.isPresent() && hostdev.value("type").orElse("").equals("mdev")) {
      String uuid = XmlSpace.strip(address.get().value("uuid").orElse(""));
      if (UUID.matcher(uuid).matches()) {
        keys.add(uuid.toLowerCase(Locale.ROOT));
      }
    }
  }

  /**
   * Adds the PCI address of a host device in the notation of lspci -D; libvirt writes hexadecimal
   * numbers.
   */
  private static void addPciAddress(Element hostdev, List<String> keys) {
    Optional<Element> address = hostdev.descend("source", "address");
    if (address.isEmpty() || !hostdev.value("type").orElse("").equals("pci")) {
      return;
    }
    StringBuilder key = new StringBuilder();
    try {
      for (int i = 0; i < PCI.length; i++) {
        int number = Integer.decode(XmlSpace.strip(address.get().value(PCI[i]).orElse("0")));
        String digits = Integer.toHexString(number);
        int width = i == 0 ? 4 : i == 3 ? 1 : 2;
        key.append(SEPARATORS[i]).append("0".repeat(Math.max(0, width - digits.length())));
        key.append(digits);
      }
    } catch (NumberFormatException notOfLibvirt) {
      return;
    }
    keys.add(key.toString());
  }
}
