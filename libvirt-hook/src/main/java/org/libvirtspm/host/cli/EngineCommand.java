package org.libvirtspm.host.cli;

import java.io.IOException;
import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.engine.Engine;
import org.libvirtspm.host.engine.EngineCheck;
import org.libvirtspm.host.engine.EngineHook;
import org.libvirtspm.host.engine.EngineState;

/** {@code virt-spm engine}: enables and disables the hooks of engines. */
final class EngineCommand implements Command {

  private static final List<String> ACTIONS = List.of("enable", "disable", "list");

  private static final Option ROOT =
      new Option(List.of("--root"), "DIR", "The root folder of the host, if it is not /.");

  @Override
  public String name() {
    return "engine";
  }

  @Override
  public List<String> operandWords() {
    return Stream.concat(ACTIONS.stream(), Engine.words().stream()).toList();
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm engine",
        "Have an engine on this host call virt-spm.",
        List.of(
            "enable|disable cloudstack|vdsm|opennebula",
            "        [--root DIR] [--format text|json]",
            "list [--root DIR] [--format text|json]"),
        "Engines have no field for Specific Purpose Memory. This puts a file where the engine looks"
            + " for one, by which it has each VM's XML translated before libvirt gets it: for"
            + " CloudStack a Groovy script in agent.hooks.basedir of the agent, for VDSM (oVirt) a"
            + " hook of before_vm_start, for OpenNebula a line in the front-end's driver script"
            + " deploy. A file that is not ours is never replaced. Without virt-spm the file keeps"
            + " VMs that ask for the memory from starting: disable the engine before you remove"
            + " virt-spm.",
        null,
        List.of(ROOT, FormatOption.FORMAT, Option.HELP),
        List.of("sudo virt-spm engine enable cloudstack"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    List<String> words = arguments.operands();
    String action = words.isEmpty() ? "" : words.get(0);
    if (!ACTIONS.contains(action)) {
      throw new UsageException(
          action.isEmpty()
              ? "say one of enable, disable and list"
              : "'"
                  + action
                  + "' is none of enable, disable and list"
                  + Suggestion.of(action, ACTIONS));
    }
    Path root = arguments.value(ROOT).map(Input::pathOf).orElse(Path.of("/")).toAbsolutePath();
    if (action.equals("list")) {
      if (words.size() > 1) {
        throw new UsageException("list takes no engine: it tells of all");
      }
      return tell(EngineHook.all(root, shipped()), terminal);
    }
    EngineHook hook = EngineHook.of(engine(words), root, shipped());
    Done done = action.equals("enable") ? enable(hook) : disable(hook);
    terminal
        .envelope()
        .ifPresent(e -> e.add(Finding.note(Code.ENGINE, done.what(), "", done.remaining())));
    Map<String, Object> result = result(List.of(hook));
    terminal.answer(() -> result, done::text);
    return ExitStatus.FINE;
  }

  /**
   * What was done.
   *
   * @param remaining the command that is still to be run; empty for none
   */
  private record Done(String what, String remaining) {

    String text() {
      return what + (remaining.isEmpty() ? "" : "\nTo take effect: " + remaining) + "\n";
    }
  }

  private static Engine engine(List<String> words) {
    if (words.size() != 2) {
      throw new UsageException("name one engine: " + String.join(", ", Engine.words()));
    }
    String word = words.get(1);
    return Engine.named(word)
        .orElseThrow(
            () ->
                new UsageException(
                    "there is no engine '" + word + "'" + Suggestion.of(word, Engine.words())));
  }

  /** Returns findings about the engines of this host, for {@code doctor}. */
  static List<Finding> findings() throws IOException {
    return EngineCheck.of(Path.of("/"), shipped());
  }

  /** Returns the folder of our files for engines, beside that of the jar. */
  private static Path shipped() throws IOException {
    String set = System.getProperty("virt-spm.engines");
    try {
      return set != null
          ? Path.of(set)
          : Path.of(EngineCommand.class.getProtectionDomain().getCodeSource().getLocation().toURI())
              .getParent()
              .resolveSibling("engines");
    } catch (URISyntaxException e) {
      throw new IOException("the program's own place is not known: " + e.getMessage(), e);
    }
  }

  private static Done enable(EngineHook hook) throws IOException {
    String product = hook.engine().product();
    EngineState state = hook.state();
    Path place = hook.place();
    switch (state) {
      case ABSENT ->
          throw new IOException(product + " is not on this host: there is no " + hook.home());
      case FOREIGN ->
          throw new Failure(place + " is not ours to replace", "move it away if it is not needed");
      case ON -> {
        return new Done(product + " calls virt-spm already: " + place, "");
      }
      default -> {
        write(hook, hook.on());
        String calls = product + " calls virt-spm from now on: " + place;
        return new Done(calls, hook.engine().remaining());
      }
    }
  }

  private static Done disable(EngineHook hook) throws IOException {
    String product = hook.engine().product();
    if (!hook.state().isOn()) {
      return new Done(
          product + " does not call virt-spm: there is nothing of ours in " + hook.place(), "");
    }
    Optional<byte[]> off = hook.off();
    if (off.isPresent()) {
      write(hook, off.get());
    } else {
      Files.delete(hook.place());
    }
    return new Done(
        product + " does not call virt-spm any more: " + hook.place(), hook.engine().remaining());
  }

  private static void write(EngineHook hook, byte[] content) throws IOException {
    Path place = hook.place();
    boolean isNew = !Files.exists(place);
    Files.createDirectories(place.getParent());
    WholeFile.write(
        place,
        content,
        Optional.of(hook.mode())
            .filter(mode -> isNew || mode.contains("x"))
            .map(PosixFilePermissions::fromString));
  }

  private static ExitStatus tell(List<EngineHook> hooks, Terminal terminal) throws IOException {
    Table table = new Table("Engine", "State", "File");
    for (EngineHook hook : hooks) {
      table.add(hook.engine().word(), hook.state().words(), hook.place().toString());
    }
    Map<String, Object> result = result(hooks);
    terminal.answer(() -> result, table::toString);
    return ExitStatus.FINE;
  }

  private static Map<String, Object> result(List<EngineHook> hooks) throws IOException {
    List<Object> engines = new ArrayList<>();
    for (EngineHook hook : hooks) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("engine", hook.engine().word());
      fields.put("state", hook.state().word());
      fields.put("file", hook.place().toString());
      engines.add(fields);
    }
    return Map.of("engines", engines);
  }
}
