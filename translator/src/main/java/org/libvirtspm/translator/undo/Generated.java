package org.libvirtspm.translator.undo;

import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.plan.Paths;
import org.libvirtspm.translator.xml.Editor;
import org.libvirtspm.translator.xml.Element;

/** Takes out what every translation makes, known by its names. */
final class Generated {

  private static final Pattern CARRIER = Pattern.compile("ua-spm[0-9]+");
  private static final Pattern BUS_TARGET = Pattern.compile("devices/controller:[^/]+/target");
  private static final Pattern OBJECT =
      Pattern.compile("(^|,)id=((tc-)?ram-node[0-9]+|spm-gi-[^,]*)(,|$)");

  private Generated() {}

  static void remove(Element root, TranslationRecord record, Editor editor, Paths paths) {
    root.elements("devices").stream()
        .flatMap(d -> d.elements("memory").stream())
        .filter(
            m ->
                m.child("alias")
                    .flatMap(a -> a.value("name"))
                    .filter(Generated::isOurs)
                    .isPresent())
        .forEach(editor::remove);
    devices(root)
        .filter(d -> d.value("alias").filter(Generated::isOurs).isPresent())
        .forEach(editor::remove);
    removeBusProperties(root, record, editor, paths);
    arguments(root, record.created("hmat"), editor);
  }

  private static boolean isOurs(String alias) {
    return CARRIER.matcher(alias).matches();
  }

  private static Stream<Element> devices(Element root) {
    return root.elements()
        .filter(e -> e.is(Domain.QEMU, "override"))
        .flatMap(Element::elements)
        .filter(e -> e.is(Domain.QEMU, "device"));
  }

  /** A bus that had a target node was tied to it by a property instead. */
  private static void removeBusProperties(
      Element root, TranslationRecord record, Editor editor, Paths paths) {
    Set<Element> buses = new LinkedHashSet<>();
    for (Element removal : record.removals()) {
      String place = removal.value("from").orElse("");
      if (BUS_TARGET.matcher(place).matches()) {
        paths.find(root, place.substring(0, place.lastIndexOf('/'))).ifPresent(buses::add);
      }
    }
    Set<String> names = new HashSet<>();
    for (Element bus : buses) {
      bus.child("alias").flatMap(a -> a.value("name")).ifPresent(names::add);
      bus.value("index").ifPresent(i -> names.add("pci." + i));
    }
    devices(root)
        .filter(d -> d.value("alias").filter(names::contains).isPresent())
        .forEach(d -> removeProperty(d, editor));
  }

  private static void removeProperty(Element device, Editor editor) {
    List<Element> properties =
        device
            .elements()
            .flatMap(Element::elements)
            .filter(p -> p.localName().equals("property"))
            .toList();
    List<Element> ours =
        properties.stream()
            .filter(p -> p.value("name").filter("numa_node"::equals).isPresent())
            .toList();
    if (ours.size() == properties.size()) {
      editor.remove(device);
    } else {
      ours.forEach(editor::remove);
    }
  }

  private static void arguments(Element root, boolean hmat, Editor editor) {
    List<Element> arguments =
        root.elements()
            .filter(e -> e.is(Domain.QEMU, "commandline"))
            .flatMap(Element::elements)
            .filter(e -> e.is(Domain.QEMU, "arg"))
            .toList();
    boolean seekHmat = hmat;
    for (int i = arguments.size() - 2; i >= 0; i--) {
      String option = arguments.get(i).value("value").orElse("");
      String value = arguments.get(i + 1).value("value").orElse("");
      boolean isHmat = seekHmat && option.equals("-machine") && value.equals("hmat=on");
      if (isHmat || isOurs(option, value)) {
        seekHmat &= !isHmat;
        editor.remove(arguments.get(i));
        editor.remove(arguments.get(i + 1));
      }
    }
  }

  private static boolean isOurs(String option, String value) {
    return switch (option) {
      case "-numa", "-m" -> true;
      case "-object" -> OBJECT.matcher(value).find();
      default -> false;
    };
  }
}
