package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.host.libvirt.LibvirtConnection;

/** {@code virt-spm virsh}: runs virsh, with extended XML as its input and output. */
final class VirshCommand implements Command {

  private static final Set<String> EXTENDED = Set.of("define", "create", "edit", "dumpxml");
  private static final String OURS = "define, create, edit and dumpxml";

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
    Virsh virsh = new Virsh(terminal);
    requireUnderstood(line, typed, virsh);
    boolean runs = line.options().runs() && runs(typed);
    if (line.command().isEmpty() && runs) {
      terminal.err().println("virt-spm: in this shell, virsh takes and shows plain XML only");
    }
    if (line.connectsHere() && runs) {
      // virsh has no limit here; once it is connected it gives up by itself.
      LibvirtConnection.requireAnswer(line.firstUri());
    }
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

  /** Refuses a line in which one of ours could be virsh's command without being seen here. */
  private static void requireUnderstood(VirshLine line, List<String> typed, Virsh virsh)
      throws IOException {
    boolean isOurs = EXTENDED.contains(line.command());
    if (line.hasSeveral() && (isOurs || line.names(EXTENDED::contains))) {
      throw new UsageException(OURS + " can't stand in a line with other commands");
    }
    Optional<String> unknown = line.options().unknown();
    if (unknown.isPresent() && typed.stream().anyMatch(VirshCommand::meansOurs)) {
      throw new UsageException(
          "virsh has no option '"
              + unknown.get()
              + "' that virt-spm knows, so the command can't be told: "
              + OURS
              + " take those of virsh --help");
    }
    if (!isOurs && line.names(VirshCommand::meansOurs) && !virsh.hasCommand(line.command())) {
      throw new UsageException(
          "virsh has no command '" + line.command() + "': " + OURS + " must come first");
    }
  }

  private static boolean meansOurs(String word) {
    return VirshWords.of(word).stream().flatMap(List::stream).anyMatch(EXTENDED::contains);
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
