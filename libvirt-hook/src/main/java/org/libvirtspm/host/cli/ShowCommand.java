package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.show.GuestNode;
import org.libvirtspm.host.show.Topology;
import org.libvirtspm.host.show.TopologySvg;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** {@code virt-spm show}: the NUMA nodes of a guest. */
final class ShowCommand implements Command {

  /** Yellow, for SPM nodes. */
  private static final String SPECIAL = "\033[33m";

  @Override
  public String name() {
    return "show";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm show",
        "Show a guest's NUMA nodes and their memory.",
        List.of("[-c URI] [--format text|json|svg]", "FILE|DOMAIN"),
        "Show the NUMA nodes a guest has at its next start: their vCPUs, the size and kind of their"
            + " memory and where it comes from, the devices that belong to them, and distances,"
            + " latencies and bandwidths between them where the domain gives any. On a terminal special nodes are"
            + " yellow, unless NO_COLOR is set.",
        "A file of domain XML, extended or translated, or a domain's name, UUID, or number.",
        List.of(LibvirtOptions.CONNECT, FormatOption.FORMAT_OR_SVG, Option.HELP),
        List.of("virt-spm show guest", "virt-spm show --format svg guest.xml > guest.svg"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    String wanted = LibvirtOptions.onlyFileOrDomain(arguments);
    byte[] xml = document(wanted, arguments, terminal);
    Translation extended = Translator.untranslate(xml);
    List<Problem> problems = new ArrayList<>(extended.problems());
    byte[] read = extended.document().orElse(xml);
    if (problems.isEmpty()) {
      problems.addAll(Translator.validate(xml).problems());
    }
    boolean refused = new Reporter(terminal, false).refuses(new Input(wanted), xml, problems);
    if (refused || extended.document().isEmpty()) {
      return ExitStatus.REFUSED;
    }
    Topology topology =
        Topology.of(DomainDocument.read(read).orElseThrow().document(), new ArrayList<>());
    boolean svg = arguments.value(FormatOption.FORMAT_OR_SVG).filter("svg"::equals).isPresent();
    if (!svg && terminal.colours()) {
      String text = text(topology, true);
      Output.to(SafeOutput.unwrapped(terminal.out())).write(text.getBytes(StandardCharsets.UTF_8));
    } else {
      terminal.answer(
          () -> fields(topology), () -> svg ? TopologySvg.of(topology) : text(topology, false));
    }
    return ExitStatus.FINE;
  }

  /** Reads a file without libvirt. */
  private static byte[] document(String wanted, Arguments arguments, Terminal terminal)
      throws IOException {
    FileOrDomain named = new FileOrDomain(wanted);
    if (named.isFile()) {
      return named.file(terminal.in());
    }
    try (LibvirtConnection libvirt = LibvirtOptions.connectToLook(arguments)) {
      return named.read(libvirt, terminal.in());
    }
  }

  /** Formats the tables, with colours for a terminal; cell contents are escaped. */
  static String text(Topology topology, boolean colours) {
    Table table = new Table("Node", "vCPUs", "Memory", "Kind", "Backing", "Devices");
    for (GuestNode node : topology.nodes()) {
      table.add(
          Integer.toString(node.id()),
          node.cpus().orElse("-"),
          MemorySize.words(node.sizeKib()),
          node.spm() ? "special" : "ordinary",
          node.spm() ? node.backing() : "-",
          node.devices().isEmpty() ? "-" : String.join(", ", node.devices()));
    }
    StringBuilder text =
        new StringBuilder(
            table.text(row -> colours && topology.nodes().get(row).spm() ? SPECIAL : ""));
    if (topology.hasDistances()) {
      text.append('\n')
          .append(matrix(topology, "Distance", (a, b) -> "" + topology.distance(a, b)));
    }
    if (!topology.interconnects().isEmpty()) {
      text.append('\n').append(matrix(topology, "Latency", (a, b) -> access(topology, true, a, b)));
      text.append('\n')
          .append(matrix(topology, "Bandwidth", (a, b) -> access(topology, false, a, b)));
    }
    return text.toString();
  }

  /** Value in the row of one node and the column of another. */
  private interface Entry {
    String of(GuestNode row, GuestNode column);
  }

  private static String matrix(Topology topology, String title, Entry entry) {
    List<GuestNode> nodes = topology.nodes();
    List<String> headings = new ArrayList<>(List.of(title));
    nodes.forEach(node -> headings.add("to " + node.id()));
    Table table = new Table(headings.toArray(String[]::new));
    for (GuestNode from : nodes) {
      List<String> row = new ArrayList<>(List.of("from " + from.id()));
      nodes.forEach(to -> row.add(entry.of(from, to)));
      table.add(row.toArray(String[]::new));
    }
    return table.toString();
  }

  private static String access(Topology topology, boolean latency, GuestNode from, GuestNode to) {
    return topology.access(latency, from, to).stream()
        .mapToObj(value -> latency ? value + " ns" : MemorySize.words(value) + "/s")
        .findFirst()
        .orElse("-");
  }

  private static Map<String, Object> fields(Topology topology) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("domain", topology.name());
    List<Object> nodes = new ArrayList<>();
    topology.nodes().forEach(node -> nodes.add(fields(topology, node)));
    fields.put("nodes", nodes);
    return fields;
  }

  private static Map<String, Object> fields(Topology topology, GuestNode node) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("node", node.id());
    fields.put("spm", node.spm());
    fields.put("vcpus", node.cpus().orElse(null));
    fields.put("sizeKiB", node.sizeKib());
    fields.put("path", node.source().path().orElse(null));
    fields.put("pageKiB", node.source().pageKib().stream().boxed().findFirst().orElse(null));
    fields.put("devices", node.devices());
    List<Object> links = new ArrayList<>();
    for (GuestNode to : topology.nodes()) {
      Map<String, Object> link = new LinkedHashMap<>();
      link.put("node", to.id());
      link.put("distance", topology.distance(node, to));
      link.put(
          "latencyNs", topology.access(true, node, to).stream().boxed().findFirst().orElse(null));
      link.put(
          "bandwidthKiBps",
          topology.access(false, node, to).stream().boxed().findFirst().orElse(null));
      links.add(link);
    }
    fields.put("links", links);
    return fields;
  }
}
