package org.libvirtspm.translator.oracle;

import java.math.BigInteger;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import org.w3c.dom.Element;

/** Sizes as libvirt formats them: in KiB, and summed up. */
final class DumpedSizes {
  private static final Set<String> SIZES =
      Set.of(
          "memory maxMemory currentMemory hard_limit size alignsize pagesize block requested"
              .split(" "));

  private DumpedSizes() {}

  static void inKib(Element root) {
    Dom.all(root)
        .filter(e -> e.getNamespaceURI() == null && SIZES.contains(e.getTagName()))
        .filter(e -> Dom.children(e).isEmpty() && !e.getTextContent().isBlank())
        .toList()
        .forEach(
            e -> {
              e.setTextContent(kib(e.getTextContent(), e.getAttribute("unit")) + "");
              e.setAttribute("unit", "KiB");
            });
  }

  /** KiB, rounded up. */
  static long kib(String number, String unit) {
    String u = unit.toLowerCase(Locale.ROOT);
    int power = u.isEmpty() ? 1 : "kmgtpe".indexOf(u.charAt(0)) + 1;
    int base = u.length() == 2 && power > 0 ? 1000 : 1024;
    return BigInteger.valueOf(base)
        .pow(power)
        .multiply(new BigInteger(number.strip()))
        .add(BigInteger.valueOf(1023))
        .divide(BigInteger.valueOf(1024))
        .longValueExact();
  }

  /** Memory is what cells and memory devices have. */
  static void totals(Element root) {
    List<Element> cells =
        Dom.child(root, "cpu").stream()
            .flatMap(c -> Dom.children(c, "numa").stream())
            .flatMap(n -> Dom.children(n, "cell").stream())
            .toList();
    if (cells.isEmpty()) {
      Dom.child(root, "memory").ifPresent(m -> current(root, Long.parseLong(m.getTextContent())));
      return;
    }
    long cellsKib = cells.stream().mapToLong(c -> Long.parseLong(c.getAttribute("memory"))).sum();
    long devicesKib =
        Dom.all(root)
            .filter(e -> e.getTagName().equals("size") && e.hasAttribute("unit"))
            .filter(e -> !e.getTextContent().isBlank() && e.getNamespaceURI() == null)
            .filter(e -> e.getParentNode().getNodeName().equals("target"))
            .mapToLong(e -> Long.parseLong(e.getTextContent()))
            .sum();
    set(root, "memory", cellsKib + devicesKib);
    current(root, cellsKib + devicesKib);
  }

  /** Where it is 0 or missing, the current memory is all of it. */
  private static void current(Element root, long kib) {
    long current =
        Dom.child(root, "currentMemory")
            .map(c -> Long.parseLong(c.getTextContent()))
            .filter(c -> c > 0)
            .orElse(kib);
    set(root, "currentMemory", Math.min(current, kib));
  }

  private static void set(Element root, String name, long kib) {
    Element e = Dom.child(root, name).orElseGet(() -> Dom.add(root, name));
    e.setAttribute("unit", "KiB");
    e.setTextContent(kib + "");
  }
}
