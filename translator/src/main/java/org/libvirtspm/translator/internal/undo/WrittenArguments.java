package org.libvirtspm.translator.internal.undo;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.dialect.DialectSyntax;
import org.libvirtspm.translator.internal.dialect.Dialects;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Recognizes QEMU arguments that a translation wrote: by exact form, by the SPM nodes in them, and
 * by the reason it had to write them. All others are users' arguments. In the patterns group 1 is
 * the subject, group 2 usually a node.
 */
final class WrittenArguments {

  /** A node's backend, as written for a cell. */
  private static final Pattern BACKEND =
      Pattern.compile(
          "memory-backend-(?:ram|file|memfd),size=\\d+[KMG],(id=ram-node(\\d{1,3}))"
              + "(?:,mem-path=(?:[^,]|,,)*+)?(?:,hugetlb=on(?:,hugetlbsize=\\d+[KMG])?)?"
              + "(?:,prealloc=on)?(?:,prealloc-threads=\\d+)?(?:,prealloc-context=tc-ram-node\\2)?"
              + "(?:,align=\\d+[KMG])?(?:,share=(?:on|off))?"
              + "(?:,host-nodes=[\\d-]+)*+(?:,policy=[a-z]+)?",
          Pattern.DOTALL);

  private static final Pattern CONTEXT =
      Pattern.compile("thread-context,(id=tc-ram-node(\\d{1,3}))(?:,node-affinity=[\\d-]+)*+");
  private static final Pattern INITIATOR =
      Pattern.compile(
          "acpi-generic-initiator,(id=spm-gi-([\\w.-]+)-(\\d{1,3})),pci-dev=\\2,node=\\3");
  private static final Pattern DEVICE =
      Pattern.compile("sp-mem,(id=ua-spm(\\d{1,3})),memdev=ram-node\\2,node=\\2");
  private static final Pattern SIZE = Pattern.compile("size=\\d+[KMG]");
  private static final Pattern MARKED =
      Pattern.compile(
          "(node,nodeid=(\\d{1,3}))(?:,initiator=\\d+)?,memdev=ram-node\\2,[a-z-]+=[a-z-]+");
  private static final Pattern NODE =
      Pattern.compile("(node,nodeid=(\\d{1,3}))(?:,initiator=\\d+)?");
  private static final Pattern CACHE =
      Pattern.compile(
          "(hmat-cache,node-id=(\\d{1,3})),size=\\d+K,level=(\\d),associativity=[a-z]+,policy=[a-z-]+,line=\\d+");
  private static final Pattern DISTANCE =
      Pattern.compile("(dist,src=(\\d{1,3}),dst=(\\d{1,3})),val=\\d+");
  private static final Pattern LATENCY =
      Pattern.compile(
          "(hmat-lb,initiator=(\\d{1,3}),target=(\\d{1,3}),hierarchy=[a-z-]+,data-type=[a-z-]+),[a-z]+=\\d+K?");

  private final WrittenSubjects subjects;
  private final boolean marksNodes;

  /** True if libvirt writes no distances, so that those of ordinary nodes are arguments too. */
  private final boolean writesAllDistances;

  WrittenArguments(
      Element root, List<Element> arguments, Element declaration, TranslationRecord record) {
    this.subjects = new WrittenSubjects(root, declaration, record);
    this.marksNodes =
        declaration
            .value("dialect")
            .flatMap(Dialects::find)
            .map(DialectSyntax::marksBootMemory)
            .orElse(true);
    if (DeclaredCells.areAuthors(declaration)) {
      readAll(arguments);
    }
    this.writesAllDistances = !subjects.leavesDistances() && hasSpmDistance(arguments);
  }

  /**
   * Collects the subjects that arguments show; authors may have removed these from the metadata.
   */
  private void readAll(List<Element> arguments) {
    for (int i = 1; i < arguments.size(); i++) {
      String option = value(arguments, i - 1);
      if (option.equals("-numa") || option.equals("-device")) {
        Matcher m = (option.equals("-numa") ? MARKED : DEVICE).matcher(value(arguments, i));
        if (m.matches()) {
          subjects.addNode(m.group(2));
        }
      }
    }
    for (int i = 1; i < arguments.size(); i++) {
      if (value(arguments, i - 1).equals("-numa")) {
        readEarlier(value(arguments, i));
      }
    }
  }

  private void readEarlier(String value) {
    Matcher distance = DISTANCE.matcher(value);
    if (distance.matches()) {
      subjects.addDistance(distance.group(2), distance.group(3));
    }
    if (value.contains(",initiator=")) {
      Matcher node = (marksNodes ? MARKED : NODE).matcher(value);
      if (node.matches() && subjects.hasNode(node.group(2))) {
        subjects.addHmat();
      }
    }
  }

  private static String value(List<Element> arguments, int i) {
    return arguments.get(i).value("value").orElse("");
  }

  /**
   * Returns the subject of an argument, if a translation wrote it; there is one argument per
   * subject. Written without lambdas, which the hook's start-up archive may lack.
   */
  Optional<String> about(String option, String value) {
    return switch (option) {
      case "-object" -> object(value);
      case "-device" -> ofNode(DEVICE, value);
      case "-numa" -> numa(value);
      case "-m" -> size(value);
      default -> Optional.empty();
    };
  }

  /** Where no cell was special, libvirt says the size, and another is its user's. */
  private Optional<String> size(String value) {
    boolean ours = marksNodes && subjects.hasNodes() && SIZE.matcher(value).matches();
    return ours ? Optional.of("size") : Optional.empty();
  }

  private Optional<String> object(String value) {
    Matcher initiator = INITIATOR.matcher(value);
    if (initiator.matches()) {
      boolean ours = subjects.hasInitiators() && subjects.hasNode(initiator.group(3));
      return ours ? Optional.of(initiator.group(1)) : Optional.empty();
    }
    return ofNode(value.startsWith("thread-context,") ? CONTEXT : BACKEND, value);
  }

  private Optional<String> ofNode(Pattern pattern, String value) {
    Matcher m = pattern.matcher(value);
    return m.matches() && subjects.hasNode(m.group(2)) ? Optional.of(m.group(1)) : Optional.empty();
  }

  private Optional<String> numa(String value) {
    return switch (value.substring(0, Math.max(0, value.indexOf(',')))) {
      case "hmat-cache" -> cache(CACHE.matcher(value));
      case "dist" -> distance(DISTANCE.matcher(value));
      case "hmat-lb" -> latency(LATENCY.matcher(value));
      case "node" -> {
        Optional<String> marked = ofNode(MARKED, value);
        yield marked.isPresent() ? marked : ofNode(NODE, value);
      }
      default -> Optional.empty();
    };
  }

  private Optional<String> cache(Matcher m) {
    boolean ours =
        m.matches() && subjects.hasNode(m.group(2)) && subjects.hasCache(m.group(2), m.group(3));
    return ours ? Optional.of(m.group(1) + m.group(3)) : Optional.empty();
  }

  private Optional<String> distance(Matcher m) {
    boolean ours = m.matches() && subjects.hasDistances() && (touchesNode(m) || writesAllDistances);
    return ours ? Optional.of(m.group(1)) : Optional.empty();
  }

  private Optional<String> latency(Matcher m) {
    boolean ours = m.matches() && subjects.hasInterconnect(m.group(1), touchesNode(m));
    return ours ? Optional.of(m.group(1)) : Optional.empty();
  }

  private boolean hasSpmDistance(List<Element> arguments) {
    for (int i = 1; i < arguments.size(); i++) {
      if (value(arguments, i - 1).equals("-numa")) {
        Matcher m = DISTANCE.matcher(value(arguments, i));
        if (m.matches() && touchesNode(m)) {
          return true;
        }
      }
    }
    return false;
  }

  private boolean touchesNode(Matcher m) {
    return subjects.hasNode(m.group(2)) || subjects.hasNode(m.group(3));
  }
}
