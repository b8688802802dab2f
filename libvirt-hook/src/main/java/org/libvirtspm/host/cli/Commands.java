package org.libvirtspm.host.cli;

import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.stream.Stream;
import org.libvirtspm.host.dax.HostFiles;

/** The verbs and the whole command. */
final class Commands {

  /** Verbs of every installation, in the order of the help. */
  private static final List<String> NAMES =
      List.of(
          "translate",
          "untranslate",
          "validate",
          "filter",
          "define",
          "create",
          "dumpxml",
          "edit",
          "attach",
          "detach",
          "apply",
          "list",
          "show",
          "check",
          "devices",
          "doctor",
          "virsh",
          "watch",
          "hook",
          "engine",
          "probe",
          "manual",
          "completion",
          "help");

  /** Usage of the command without a verb. */
  static final Usage WHOLE =
      new Usage(
          "virt-spm",
          "Specific Purpose Memory for libvirt domains.",
          List.of("[-c URI] COMMAND [OPTION]... FILE...", "help [COMMAND]", "--version"),
          "Specific Purpose Memory for libvirt domains.",
          null,
          List.of(LibvirtOptions.CONNECT, Option.HELP, Option.VERSION),
          List.of("virt-spm translate guest.xml"));

  /** Common verbs of virsh that are not ours. */
  private static final Set<String> OF_VIRSH =
      Set.of(
          "autostart",
          "console",
          "destroy",
          "dominfo",
          "domstate",
          "reboot",
          "resume",
          "save",
          "shutdown",
          "start",
          "suspend",
          "undefine");

  private Commands() {}

  /** Returns all verbs. */
  static List<Command> all() {
    return Stream.concat(NAMES.stream().flatMap(name -> named(name).stream()), inCheckout())
        .toList();
  }

  /** Returns the names of all verbs. */
  static List<String> names() {
    return all().stream().map(Command::name).toList();
  }

  /** Loads the verbs of a jar that is not installed. */
  private static Stream<Command> inCheckout() {
    return ServiceLoader.load(Command.class, Command.class.getClassLoader()).stream()
        .map(ServiceLoader.Provider::get);
  }

  /** Returns the verb of a name; no other is loaded, to save time. */
  static Optional<Command> named(String name) {
    return Optional.ofNullable(
        switch (name) {
          case "translate" -> new TranslateCommand();
          case "untranslate" -> new UntranslateCommand();
          case "validate" -> new ValidateCommand();
          case "filter" -> new FilterCommand();
          case "define" -> new DefineCommand();
          case "create" -> new CreateCommand();
          case "dumpxml" -> new DumpxmlCommand();
          case "edit" -> new EditCommand();
          case "attach" -> new AttachCommand(HostFiles.HERE);
          case "detach" -> new DetachCommand();
          case "apply" -> new ApplyCommand();
          case "list" -> new ListCommand();
          case "show" -> new ShowCommand();
          case "check" -> new CheckCommand();
          case "devices" -> new DevicesCommand();
          case "doctor" -> new DoctorCommand();
          case "virsh" -> new VirshCommand();
          case "watch" -> new WatchCommand();
          case "probe" -> new ProbeCommand();
          case "manual" -> new ManualCommand();
          case "completion" -> new CompletionCommand();
          case "hook" -> new HookCommand();
          case "engine" -> new EngineCommand();
          case "help" -> new HelpCommand();
          default -> inCheckout().filter(c -> c.name().equals(name)).findFirst().orElse(null);
        });
  }

  /** Returns the message for an unknown verb. */
  static UsageException unknown(String name) {
    String meant =
        OF_VIRSH.contains(name)
            ? "; did you mean 'virt-spm virsh " + name + "'?"
            : Suggestion.of(name, names());
    return new UsageException("there is no command '" + name + "'" + meant);
  }
}
