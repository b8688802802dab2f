package org.libvirtspm.translator.internal.check;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * References to a node must be plain decimal numbers. libvirt (virStrToLong_uip) also accepts a
 * sign and leading zeros; such a reference would be valid there and overlooked here.
 */
final class NodeNumbers implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    for (Element numatune : domain.root().elements("numatune")) {
      for (Element memnode : numatune.elements("memnode")) {
        memnode.value("cellid").ifPresent(id -> number(memnode, "cellid", id, problems));
      }
    }
    for (String device : List.of("memory", "controller")) {
      domain.devices(device).stream()
          .flatMap(d -> d.elements("target").stream())
          .forEach(t -> target(t, problems));
    }
  }

  private static void target(Element target, Problems problems) {
    List<Element> nodes = target.elements("node");
    nodes.stream()
        .skip(1)
        .forEach(n -> problems.error(n, "a second <node>: " + Remedy.of("keep one")));
    Optional<Element> node = nodes.stream().findFirst();
    node.ifPresent(n -> number(n, "", n.text(), problems));
  }

  private static void number(Element e, String attribute, String text, Problems problems) {
    if (!Digits.arePlain(XmlSpace.strip(text), 9)) {
      problems.error(
          e,
          attribute,
          "'"
              + Excerpt.of(text)
              + "' is no number of a node: "
              + Remedy.of("write it in digits, such as 1"));
    }
  }
}
