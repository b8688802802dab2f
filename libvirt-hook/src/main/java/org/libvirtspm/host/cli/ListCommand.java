package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.apply.ListedDomain;
import org.libvirtspm.host.apply.Look;
import org.libvirtspm.host.document.SpmNodes;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** {@code virt-spm list}: the domains with SPM. */
final class ListCommand implements Command {

  private static final Option ALL =
      new Option(
          List.of("--all"), null, "As for virsh; running and other domains are listed without it.");

  private static final Option INACTIVE =
      new Option(List.of("--inactive"), null, "List only domains that don't run.");

  private static final Option NAME =
      new Option(List.of("--name"), null, "Print names only, a line each.");

  private static final Option UUID =
      new Option(List.of("--uuid"), null, "Print UUIDs only, a line each; in front of --name.");

  @Override
  public String name() {
    return "list";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm list",
        "List the domains with Specific Purpose Memory.",
        List.of("[-c URI] [--all] [--inactive] [--name] [--uuid]", "     [--format text|json]"),
        "List the domains with Specific Purpose Memory, running or not: their nodes, sizes (those"
            + " of the next start, and of now where they differ) and backing (RAM is the host's"
            + " own), their dialect, and whether the translation is in step with what the domain"
            + " declares. If not, virt-spm apply brings it there. A domain that can't be looked at"
            + " is told on standard error, and makes the exit status 1.",
        null,
        List.of(
            LibvirtOptions.CONNECT, ALL, INACTIVE, NAME, UUID, FormatOption.FORMAT, Option.HELP),
        List.of("virt-spm list"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("list takes no arguments; virt-spm show tells of one domain");
    }
    try (LibvirtConnection libvirt = LibvirtOptions.connectToLook(arguments)) {
      List<ListedDomain> domains = new ArrayList<>();
      ExitStatus status = ExitStatus.FINE;
      DaemonTranslation translation = LibvirtOptions.translation(arguments, libvirt);
      for (LibvirtDomain domain : libvirt.domains()) {
        Look<ListedDomain> look =
            Look.at(
                domain,
                d -> isLeftOut(d, arguments) ? Optional.empty() : ListedDomain.of(d, translation));
        look.found().ifPresent(domains::add);
        if (look.failure().isPresent()) {
          status = status.and(Failures.report(look.failure().get(), terminal));
        }
      }
      domains.sort(Comparator.comparing(ListedDomain::name));
      terminal.answer(() -> Map.of("domains", objects(domains)), () -> text(domains, arguments));
      return status;
    }
  }

  private static boolean isLeftOut(LibvirtDomain domain, Arguments arguments)
      throws LibvirtFailure {
    return arguments.has(INACTIVE) && domain.isActive();
  }

  private static String text(List<ListedDomain> domains, Arguments arguments) {
    if (!arguments.has(NAME) && !arguments.has(UUID)) {
      return table(domains);
    }
    StringBuilder lines = new StringBuilder();
    for (ListedDomain d : domains) {
      lines.append(arguments.has(UUID) ? d.uuid() : "");
      lines.append(arguments.has(UUID) && arguments.has(NAME) ? " " : "");
      lines.append(arguments.has(NAME) ? Printable.text(d.name()) : "").append('\n');
    }
    return lines.toString();
  }

  private static String table(List<ListedDomain> domains) {
    Table table =
        new Table("Name", "State", "Node", "Size", "Backing", "Dialect", "Form", "In step");
    for (ListedDomain d : domains) {
      String dialect = d.dialect().orElse("-");
      String form = d.form().orElse("-");
      if (d.nodes().isEmpty()) {
        table.add(d.name(), d.state(), "-", "-", "-", dialect, form, d.inStep());
      }
      for (ListedDomain.Node node : d.nodes()) {
        boolean first = node.equals(d.nodes().get(0));
        table.add(
            first ? d.name() : "",
            first ? d.state() : "",
            Integer.toString(node.cell().id()),
            size(node),
            SpmNodes.backing(node.cell()),
            first ? dialect : "",
            first ? form : "",
            first ? d.inStep() : "");
      }
    }
    return table.toString();
  }

  private static String size(ListedDomain.Node node) {
    String next = words(node.nextKib());
    return node.nowKib() == node.nextKib() ? next : next + " (now " + words(node.nowKib()) + ")";
  }

  private static String words(long kib) {
    return kib == 0 ? "none" : MemorySize.words(kib);
  }

  private static List<Object> objects(List<ListedDomain> domains) {
    List<Object> objects = new ArrayList<>();
    for (ListedDomain d : domains) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("name", d.name());
      fields.put("uuid", d.uuid());
      fields.put("state", d.state());
      fields.put("persistent", d.persistent());
      fields.put("dialect", d.dialect().orElse(null));
      fields.put("form", d.form().orElse(null));
      fields.put("inStep", d.inStep());
      fields.put("nodes", d.nodes().stream().map(ListCommand::node).toList());
      objects.add(fields);
    }
    return objects;
  }

  private static Map<String, Object> node(ListedDomain.Node node) {
    SpmCell cell = node.cell();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("node", cell.id());
    fields.put("sizeKiB", node.nextKib());
    fields.put("runningSizeKiB", node.nowKib() == node.nextKib() ? null : node.nowKib());
    fields.put("path", cell.path().orElse(null));
    fields.put("alignKiB", cell.alignKib().stream().boxed().findFirst().orElse(null));
    fields.put("pageKiB", cell.pageKib().stream().boxed().findFirst().orElse(null));
    return fields;
  }
}
