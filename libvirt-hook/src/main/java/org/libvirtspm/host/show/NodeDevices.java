package org.libvirtspm.host.show;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Which devices of a domain belong to which node: those behind a PCI expander bus of the node, and
 * host devices whose {@code <acpi nodeset>} names it.
 */
final class NodeDevices {

  /** Maximum number of bridges above a device; more are a circle. */
  private static final int MAX_BRIDGES = 256;

  /**
   * A PCI controller.
   *
   * @param node the text that says its node, of an expander bus
   * @param bus the bus above it
   */
  private record Controller(Optional<String> node, Optional<Integer> bus) {

    static Controller of(Element e) {
      return new Controller(e.descend("target", "node").map(Element::text), busOf(e));
    }
  }

  private final Element root;
  private final Map<Integer, Controller> controllers = new HashMap<>();
  private final Map<Integer, Optional<Integer>> nodesOfBuses = new HashMap<>();

  NodeDevices(Element root) {
    this.root = root;
    root.elements("devices").stream()
        .flatMap(d -> d.elements("controller").stream())
        .filter(c -> c.value("type").filter("pci"::equals).isPresent())
        .forEach(
            c ->
                c.value("index")
                    .flatMap(NodeDevices::number)
                    .ifPresent(i -> controllers.put(i, Controller.of(c))));
  }

  Map<Integer, List<String>> byNode() {
    Map<Integer, List<String>> byNode = new TreeMap<>();
    root.elements("devices").stream()
        .flatMap(e -> e.elements().stream())
        .filter(device -> !device.is("controller"))
        .forEach(
            device ->
                node(device)
                    .ifPresent(
                        n -> byNode.computeIfAbsent(n, x -> new ArrayList<>()).add(words(device))));
    return byNode;
  }

  private Optional<Integer> node(Element device) {
    Optional<Integer> named =
        device.child("acpi").flatMap(a -> a.value("nodeset")).flatMap(NodeDevices::number);
    return named.isPresent()
        ? named
        : busOf(device).flatMap(bus -> nodesOfBuses.computeIfAbsent(bus, this::nodeOfBus));
  }

  private Optional<Integer> nodeOfBus(int bus) {
    Optional<Controller> at = Optional.ofNullable(controllers.get(bus));
    for (int i = 0; i < MAX_BRIDGES && at.isPresent(); i++) {
      Optional<String> node = at.get().node();
      if (node.isPresent()) {
        return number(node.get());
      }
      at = at.get().bus().map(controllers::get);
    }
    return Optional.empty();
  }

  private static Optional<Integer> busOf(Element device) {
    return device
        .child("address")
        .filter(a -> a.value("type").filter("pci"::equals).isPresent())
        .flatMap(a -> a.value("bus"))
        .flatMap(NodeDevices::number);
  }

  private static Optional<Integer> number(String text) {
    String digits = text.strip();
    return digits.matches("0x\\p{XDigit}{1,4}|[0-9]{1,5}")
        ? Optional.of(
            Integer.decode(digits.startsWith("0x") ? digits : digits.replaceFirst("^0+(?=.)", "")))
        : Optional.empty();
  }

  /** Returns a label such as {@code hostdev c1:00.0} or {@code disk vda}. */
  private static String words(Element device) {
    Optional<String> address =
        device
            .descend("source", "address")
            .flatMap(
                a ->
                    a.value("bus")
                        .map(
                            bus ->
                                hex(bus)
                                    + ":"
                                    + hex(a.value("slot").orElse(""))
                                    + "."
                                    + a.value("function").orElse("0").replaceFirst("^0x", "")));
    return device.localName()
        + address
            .or(() -> device.child("target").flatMap(t -> t.value("dev")))
            .map(word -> " " + word)
            .orElse("");
  }

  private static String hex(String number) {
    return number.replaceFirst("^0x", "");
  }
}
