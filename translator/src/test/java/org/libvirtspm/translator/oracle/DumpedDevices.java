package org.libvirtspm.translator.oracle;

import java.util.List;
import org.w3c.dom.Element;

/**
 * Devices as libvirt formats them: its own aliases gone, indexes, addresses and a balloon there.
 */
final class DumpedDevices {
  private DumpedDevices() {}

  static void fill(Element devices) {
    for (Element device : Dom.children(devices)) {
      Dom.children(device, "alias").stream()
          .filter(a -> !a.getAttribute("name").startsWith("ua-"))
          .forEach(device::removeChild);
    }
    indexes(Dom.children(devices, "controller"));
    if (Dom.children(devices, "memballoon").isEmpty()) {
      Dom.add(devices, "memballoon").setAttribute("model", "virtio");
    }
    addresses(Dom.children(devices, "memory"), "dimm");
    addresses(Dom.children(devices, "hostdev"), "pci");
    addresses(
        Dom.children(devices, "memballoon").stream()
            .filter(b -> !b.getAttribute("model").equals("none"))
            .toList(),
        "pci");
  }

  private static void indexes(List<Element> controllers) {
    for (Element controller : controllers) {
      int free = 0;
      while (!controller.hasAttribute("index")) {
        String index = free++ + "";
        if (controllers.stream().noneMatch(c -> c.getAttribute("index").equals(index))) {
          controller.setAttribute("index", index);
        }
      }
    }
  }

  private static void addresses(List<Element> devices, String type) {
    int slot = 0;
    for (Element device : devices) {
      if (Dom.child(device, "address").isEmpty()) {
        Element address = Dom.add(device, "address");
        address.setAttribute("type", type);
        address.setAttribute("slot", slot++ + "");
      }
    }
  }
}
