package org.libvirtspm.translator.internal.undo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libvirtspm.schema.jaxb.Removed;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.internal.dialect.Dialects;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * The arguments for QEMU that a translation wrote, known by their exact form and by the SPM nodes
 * they are about; all others are somebody's own.
 */
final class WrittenArguments {

  /** Values of {@code -object}; the group tells one from the other. */
  private static final List<Pattern> OBJECTS =
      patterns(
          "memory-backend-(?:ram|file|memfd),size=[^,]*,(id=ram-node\\d+)(?:,.*)?",
          "thread-context,(id=tc-ram-node\\d+),.*",
          "acpi-generic-initiator,(id=spm-gi-[^,]*),pci-dev=[^,]*,node=\\d+");

  /** Values of {@code -numa} about SPM nodes by their own words. */
  private static final List<Pattern> MARKED =
      patterns("(node,nodeid=\\d+)(?:,initiator=\\d+)?,memdev=ram-node\\d+,[a-z-]+=[a-z-]+");

  /** Values of {@code -numa} that are written if the node in the last group is an SPM node. */
  private static final List<Pattern> OF_NODE =
      patterns(
          "(node,nodeid=(\\d{1,3}))(?:,initiator=\\d+)?",
          "(hmat-cache,node-id=(\\d{1,3})),size=\\d+K,level=\\d,associativity=[a-z]+,policy=[a-z-]+,line=\\d+");

  /** Written if one of the nodes in the last two groups is an SPM node. */
  private static final Pattern DISTANCE =
      Pattern.compile("(dist,src=(\\d{1,3}),dst=(\\d{1,3})),val=\\d+");

  private static final Pattern LATENCY =
      Pattern.compile(
          "(hmat-lb,initiator=(\\d{1,3}),target=(\\d{1,3}),hierarchy=[a-z-]+,data-type=[a-z-]+),[a-z]+=\\d+K?");

  private static final List<Pattern> DEVICE =
      patterns("sp-mem,(id=ua-spm\\d+),memdev=ram-node\\d+,node=\\d+");

  private static final Pattern SIZE = Pattern.compile("(size)=\\d+[KMG]");
  private static final Pattern LEVEL = Pattern.compile(",level=(\\d)");

  private final Set<String> nodes;
  private final boolean marksNodes;
  private final boolean declaresLatencies;

  /**
   * Whether libvirt has no distance left to write: then those of ordinary nodes are written too.
   */
  private final boolean writesAllDistances;

  WrittenArguments(
      Element root, List<Element> arguments, Element declaration, TranslationRecord record) {
    this.nodes = new HashSet<>();
    DeclaredCells.of(declaration).flatMap(c -> c.value("id").stream()).forEach(nodes::add);
    for (Entry<Removed> removal : record.removals()) {
      if (removal.said().getCell() != null) {
        nodes.add(removal.said().getCell().toString());
      }
    }
    this.marksNodes =
        declaration
            .value("dialect")
            .flatMap(Dialect::find)
            .map(d -> Dialects.syntax(d).marksBootMemory())
            .orElse(true);
    this.declaresLatencies =
        declaration.elements().anyMatch(e -> e.localName().equals("interconnects"));
    boolean libvirtWritesDistances =
        root.descend("cpu", "numa").stream()
            .flatMap(n -> n.elements("cell").stream())
            .flatMap(c -> c.elements("distances").stream())
            .flatMap(d -> d.elements("sibling").stream())
            .findAny()
            .isPresent();
    this.writesAllDistances = !libvirtWritesDistances && hasSpmDistance(arguments);
  }

  private static List<Pattern> patterns(String... patterns) {
    return Stream.of(patterns).map(p -> Pattern.compile(p, Pattern.DOTALL)).toList();
  }

  /**
   * What an option and its value are about, if a translation wrote them; it writes one about each.
   * No lambdas: the hook's start-up archive has only those that its training ran.
   */
  Optional<String> about(String option, String value) {
    return switch (option) {
      case "-object" -> first(OBJECTS, value);
      case "-device" -> first(DEVICE, value);
      case "-numa" -> node(value);
      case "-m" -> marksNodes ? first(List.of(SIZE), value) : Optional.empty();
      default -> Optional.empty();
    };
  }

  private static Optional<String> first(List<Pattern> patterns, String value) {
    for (Pattern p : patterns) {
      Matcher m = p.matcher(value);
      if (m.matches()) {
        return Optional.of(m.group(1));
      }
    }
    return Optional.empty();
  }

  private Optional<String> node(String value) {
    Optional<String> marked = first(MARKED, value);
    if (marked.isPresent()) {
      return marked;
    }
    Optional<String> ofNode = ofNode(value);
    if (ofNode.isPresent()) {
      return ofNode;
    }
    Matcher distance = DISTANCE.matcher(value);
    if (distance.matches() && (touchesNode(distance) || writesAllDistances)) {
      return Optional.of(distance.group(1));
    }
    Matcher latency = LATENCY.matcher(value);
    return latency.matches() && (touchesNode(latency) || declaresLatencies)
        ? Optional.of(latency.group(1))
        : Optional.empty();
  }

  private Optional<String> ofNode(String value) {
    for (Pattern p : OF_NODE) {
      Matcher m = p.matcher(value);
      if (m.matches() && nodes.contains(m.group(2))) {
        return Optional.of(m.group(1) + level(value));
      }
    }
    return Optional.empty();
  }

  private static String level(String value) {
    Matcher m = LEVEL.matcher(value);
    return m.find() ? m.group(1) : "";
  }

  private boolean hasSpmDistance(List<Element> arguments) {
    for (int i = 1; i < arguments.size(); i++) {
      Matcher m = DISTANCE.matcher(arguments.get(i).value("value").orElse(""));
      boolean isOfNuma = arguments.get(i - 1).value("value").filter("-numa"::equals).isPresent();
      if (isOfNuma && m.matches() && touchesNode(m)) {
        return true;
      }
    }
    return false;
  }

  private boolean touchesNode(Matcher m) {
    return nodes.contains(m.group(2)) || nodes.contains(m.group(3));
  }
}
