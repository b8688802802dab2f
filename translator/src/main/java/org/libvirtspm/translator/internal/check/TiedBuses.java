package org.libvirtspm.translator.internal.check;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * PCI expander buses of SPM nodes must have a unique index and alias, by which QEMU identifies
 * them.
 */
final class TiedBuses implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    List<Element> controllers = domain.devices("controller");
    List<Element> tied = controllers.stream().filter(c -> isTied(domain, c)).toList();
    if (tied.isEmpty()) {
      return;
    }
    tied.forEach(c -> checkIndex(c, problems));
    once(controllers, problems);
  }

  private static boolean isTied(Domain domain, Element controller) {
    return controller.descend("target", "node").filter(n -> domain.isSpmNode(n.text())).isPresent();
  }

  private static void checkIndex(Element bus, Problems problems) {
    String type = bus.value("type").orElse("");
    if (!type.equals("pci")) {
      problems.error(
          bus,
          "type",
          "type='" + Excerpt.of(type) + "' has no node: an expander bus has type='pci'");
    }
    bus.value("index")
        .filter(i -> !Digits.arePlain(i, 5))
        .ifPresent(
            i ->
                problems.error(
                    bus, "index", "index='" + Excerpt.of(i) + "' is not a whole number"));
  }

  private static void once(List<Element> controllers, Problems problems) {
    Map<String, Element> seen = new HashMap<>();
    for (Element c : controllers) {
      c.value("index")
          .map(i -> c.value("type").orElse("") + "." + i)
          .filter(i -> seen.putIfAbsent(i, c) != null)
          .ifPresent(
              i ->
                  problems.error(
                      c,
                      "index",
                      "a second controller '"
                          + Excerpt.of(i)
                          + "': "
                          + Remedy.of("change its index")));
      c.child("alias")
          .flatMap(a -> a.value("name"))
          .filter(n -> seen.putIfAbsent(n, c) != null)
          .ifPresent(
              n ->
                  problems.error(
                      c,
                      "a second alias '"
                          + Excerpt.of(n)
                          + "': "
                          + Remedy.of("change one of them")));
    }
  }
}
