package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.InterruptedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.hook.install.HookLine;
import org.libvirtspm.host.hook.install.HookPlaces;
import org.libvirtspm.host.hook.install.HookStatus;
import org.libvirtspm.host.hook.install.Installation;

/** {@code virt-spm hook}: installs, removes and inspects the libvirt hook. */
final class HookCommand implements Command {

  private static final List<String> ACTIONS = List.of("install", "uninstall", "status");

  private static final Option HOOKS =
      new Option(
          List.of("--hooks-dir"),
          "DIR",
          "libvirt's folder of hooks, if it is not /etc/libvirt/hooks.");

  private static final Option LIBRARY =
      new Option(
          List.of("--lib-dir"),
          "DIR",
          "Where to keep the hook's classes: /usr/local/lib/libvirt-spm, or the folder libvirt-spm"
              + " in a --hooks-dir.");

  private static final Option CONFIGURATION =
      new Option(
          List.of("--config"),
          "FILE",
          "The hook's configuration, if it is not /etc/libvirt-spm/hook.conf; it need not be"
              + " there.");

  @Override
  public String name() {
    return "hook";
  }

  @Override
  public boolean warns() {
    return true;
  }

  @Override
  public List<String> operandWords() {
    return ACTIONS;
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm hook",
        "Install the libvirt hook, remove it, or show how it is.",
        List.of(
            "install [--hooks-dir DIR] [--lib-dir DIR]",
            "        [--config FILE] [--format text|json]",
            "uninstall|status [--hooks-dir DIR] [--format text|json]"),
        "The hook is called by libvirt as domains start, arrive and end. It refuses the start of a"
            + " domain that would not get the Specific Purpose Memory it declares, and translates"
            + " one whose translation is missing or old. The configuration has lines stale ="
            + " apply|refuse, device_users = USER, ... for users beside that of qemu.conf whose QEMU"
            + " may be given dax devices, and path /THERE = /HERE and emulator /THERE = /HERE for"
            + " guests that are restored or migrate to this host. hook status ends with 1 if the"
            + " hook is not there or lacks something, and with 3 if it works and a running daemon may"
            + " not call it yet.",
        null,
        List.of(HOOKS, LIBRARY, CONFIGURATION, FormatOption.FORMAT, Option.HELP),
        List.of("sudo virt-spm hook install", "sudo systemctl reload virtqemud"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (arguments.operands().size() != 1) {
      throw new UsageException("say one of install, uninstall and status");
    }
    Installation installation = new Installation(places(arguments), Version.text());
    try {
      return switch (arguments.operands().get(0)) {
        case "install" -> said(installation.install(), terminal);
        case "uninstall" -> said(installation.uninstall(), terminal);
        case "status" -> said(installation.status(), terminal);
        default ->
            throw new UsageException(
                "'"
                    + arguments.operands().get(0)
                    + "' is none of install, uninstall and status"
                    + Suggestion.of(arguments.operands().get(0), ACTIONS));
      };
    } catch (FileSystemException e) {
      throw new Failure("cannot change " + e.getFile(), e);
    } catch (InterruptedException e) {
      throw new InterruptedIOException("interrupted");
    }
  }

  private static HookPlaces places(Arguments arguments) {
    return HookPlaces.of(
        path(arguments, HOOKS), path(arguments, LIBRARY), path(arguments, CONFIGURATION));
  }

  private static Optional<Path> path(Arguments arguments, Option option) {
    return arguments.value(option).map(typed -> Input.pathOf(typed).toAbsolutePath().normalize());
  }

  /** Formats the state as the first line, notes as the others. */
  private static ExitStatus said(HookStatus status, Terminal terminal) throws IOException {
    terminal.envelope().ifPresent(e -> status.told().forEach(line -> e.add(finding(line, status))));
    terminal.answer(
        () -> Map.of("works", status.works()), () -> String.join("\n", status.lines()) + "\n");
    return !status.works()
        ? ExitStatus.FAILED
        : status.isUnseen() ? ExitStatus.WARNED : ExitStatus.FINE;
  }

  private static Finding finding(HookLine line, HookStatus status) {
    boolean headline = line.equals(status.told().get(0));
    Finding.Level level =
        headline && !status.works()
            ? Finding.Level.ERROR
            : line.isWarning() ? Finding.Level.WARNING : Finding.Level.NOTE;
    return new Finding(Code.HOOK, level, line.fact(), "", line.remedy(), null, null);
  }
}
