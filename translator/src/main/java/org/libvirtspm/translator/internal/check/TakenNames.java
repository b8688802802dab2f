package org.libvirtspm.translator.internal.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** The aliases and ids that the translation uses must be free. */
final class TakenNames implements Rule {

  private static final Pattern ALIAS =
      Pattern.compile("ua-spm[0-9].*|ua-spm-(?:pxb|hostdev)[0-9]+");
  private static final Pattern ID =
      Pattern.compile(
          "\\bid\"?\\s*[=:]\\s*\"?((?:tc-)?ram-node[0-9]+|ua-spm[0-9]+|spm-gi-[^,\"]*)");

  @Override
  public void check(Domain domain, Problems problems) {
    domain.devices().forEach(d -> d.child("alias").ifPresent(a -> alias(a, "name", problems)));
    overrides(domain).forEach(d -> override(domain, d, problems));
    for (Element arg : domain.qemuArguments()) {
      Matcher id = ID.matcher(JsonEscapes.decoded(arg.value("value").orElse("")));
      if (id.find()) {
        problems.error(
            arg,
            "id '"
                + Excerpt.of(id.group(1))
                + "' belongs to the translation: "
                + Remedy.of("choose another one"));
      }
    }
  }

  private static Stream<Element> overrides(Domain domain) {
    return domain.root().elements().stream()
        .filter(e -> e.is(Domain.QEMU, "override"))
        .flatMap(e -> e.elements().stream());
  }

  /**
   * Refuses our names and properties in an override, and one without properties: undoing a
   * translation would take that for one of its own.
   */
  private static void override(Domain domain, Element device, Problems problems) {
    alias(device, "alias", problems);
    List<Element> properties =
        device.elements().stream().flatMap(e -> e.elements().stream()).toList();
    if (properties.isEmpty()) {
      problems.error(
          device, "an override without properties does nothing: " + Remedy.of("remove it"));
    }
    if (!domain.spmCells().isEmpty()) {
      properties.stream().filter(TakenNames::movesDevice).forEach(p -> moved(p, device, problems));
    }
    properties.stream()
        .filter(p -> p.value("name").filter("numa_node"::equals).isPresent())
        .forEach(
            p ->
                problems.error(
                    p,
                    "property 'numa_node' belongs to the translation: "
                        + Remedy.of("give the bus a <target><node>")));
  }

  /** True for a property that could move ordinary memory to an SPM node. */
  private static boolean movesDevice(Element property) {
    return property.value("name").filter("node"::equals).isPresent()
        && property.value("type").filter("remove"::equals).isEmpty();
  }

  private static void moved(Element property, Element device, Problems problems) {
    problems.error(
        property,
        "property 'node' moves device '"
            + Excerpt.of(device.value("alias").orElse(""))
            + "' to another node: "
            + Remedy.of("give the device its <target><node>"));
  }

  private static void alias(Element alias, String attribute, Problems problems) {
    Optional<String> name = alias.value(attribute).filter(n -> ALIAS.matcher(n).matches());
    name.ifPresent(
        n ->
            problems.error(
                alias,
                "alias '"
                    + Excerpt.of(n)
                    + "' belongs to the translation: "
                    + Remedy.of("choose another one")));
  }
}
