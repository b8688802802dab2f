package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.libvirtspm.host.libvirt.LibvirtConnection;

/** {@code virt-spm virsh}: runs virsh, with extended XML as its input and output. */
final class VirshCommand implements Command {

  private static final Set<String> EXTENDED = Set.of("define", "create", "edit", "dumpxml");

  @Override
  public String name() {
    return "virsh";
  }

  @Override
  public boolean passesOn() {
    return true;
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm virsh",
        "Run virsh, with extended XML.",
        List.of("[VIRSH-OPTION]... [COMMAND [ARGUMENT]...]"),
        "Run virsh. Every command line is passed on unchanged but for define, create, edit and"
            + " dumpxml, which take and show extended XML and have virsh's own options. In"
            + " virsh's interactive shell these four know plain XML only.",
        "What virsh takes.",
        List.of(Option.HELP),
        List.of("alias virsh='virt-spm virsh'", "virsh define guest.xml"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> typed = arguments.operands();
    if (typed.equals(List.of("--help")) || typed.equals(List.of("-h"))) {
      FormatOption.print(terminal, Help.of(this) + "\nvirsh's own help:\n\n");
    }
    VirshLine line = VirshLine.of(typed);
    if (line.rest().contains(";") && (EXTENDED.contains(line.command()) || meansOurs(line))) {
      throw new UsageException(
          "define, create, edit and dumpxml can't stand in a line with other commands");
    }
    if (line.command().isEmpty() && runs(typed)) {
      terminal.err().println("virt-spm: in this shell, virsh takes and shows plain XML only");
    }
    if (line.connectsHere() && runs(typed)) {
      // virsh has no limit here; once it is connected it gives up by itself.
      LibvirtConnection.requireAnswer(line.firstUri());
    }
    Virsh virsh = new Virsh(terminal);
    return switch (line.command()) {
      case "define", "create" -> new VirshDefinition(virsh, line, terminal).run(typed);
      case "dumpxml" -> new VirshDump(virsh, line, terminal).run(typed);
      case "edit" -> line.isReadOnly() ? virsh.run(typed) : edit(line, terminal);
      default -> virsh.run(typed);
    };
  }

  /** False for commands that only print help or version. */
  private static boolean runs(List<String> typed) {
    return typed.stream().noneMatch(t -> Set.of("-h", "--help", "-v", "-V").contains(t))
        && typed.stream().noneMatch(t -> t.startsWith("--version"));
  }

  private static boolean meansOurs(VirshLine line) {
    return line.rest().stream().anyMatch(EXTENDED::contains);
  }

  private static ExitStatus edit(VirshLine line, Terminal terminal) throws IOException {
    EditCommand edit = new EditCommand();
    List<String> ours = new ArrayList<>();
    line.connect().ifPresent(uri -> ours.addAll(List.of("--connect", uri)));
    if (line.has("--skip-validate")) {
      ours.add("--no-validate");
    }
    ours.add("--");
    line.argument("--domain").ifPresent(ours::add);
    return edit.run(Arguments.parse(edit.usage(), ours), terminal);
  }
}
