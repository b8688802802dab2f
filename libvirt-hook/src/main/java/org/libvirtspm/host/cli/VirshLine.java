package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A command line of virsh's, as far as it matters here.
 *
 * @param globals virsh's own options, in front of the command
 * @param command the command's name; empty for the interactive shell
 * @param rest what follows the command
 */
record VirshLine(List<String> globals, String command, List<String> rest) {

  private static final Set<String> GLOBALS_WITH_VALUE =
      Set.of(
          "-c",
          "--connect",
          "-d",
          "--debug",
          "-e",
          "--escape",
          "-k",
          "--keepalive-interval",
          "-K",
          "--keepalive-count",
          "-l",
          "--log");

  /** Options of define, create, edit and dumpxml that take a value. */
  private static final Set<String> WITH_VALUE =
      Set.of("--file", "--domain", "--pass-fds", "--xpath");

  /** Commands that use no libvirt, unless an option asks to connect. */
  private static final Set<String> OFFLINE =
      Set.of("", "help", "cd", "echo", "pwd", "quit", "exit");

  /** A URI without a host, for which libvirt asks no password. */
  private static final String LOCAL = "[^:/]+:///.*";

  /** Parses the arguments of virsh. */
  static VirshLine of(List<String> typed) {
    int i = 0;
    while (i < typed.size() && typed.get(i).startsWith("-")) {
      i += GLOBALS_WITH_VALUE.contains(typed.get(i)) ? 2 : 1;
    }
    int words = Math.min(i, typed.size());
    List<String> command = typed.subList(words, typed.size());
    List<String> split = command.size() == 1 ? VirshWords.of(command.get(0)) : command;
    return split.isEmpty()
        ? new VirshLine(typed.subList(0, words), "", List.of())
        : new VirshLine(typed.subList(0, words), split.get(0), split.subList(1, split.size()));
  }

  /** Returns the URI of the connection option or of virsh's environment variable. */
  Optional<String> connect() {
    for (int i = globals.size() - 1; i >= 0; i--) {
      String option = globals.get(i);
      if ((option.equals("-c") || option.equals("--connect")) && i + 1 < globals.size()) {
        return Optional.of(globals.get(i + 1));
      }
      if (option.startsWith("--connect=")) {
        return Optional.of(option.substring("--connect=".length()));
      }
      if (option.startsWith("-c")) {
        return Optional.of(option.substring(2));
      }
    }
    return Optional.ofNullable(System.getenv("VIRSH_DEFAULT_CONNECT_URI"));
  }

  /** Returns the URI of the connect command, or else {@link #connect}. */
  Optional<String> firstUri() {
    return (command.equals("connect") ? argument("--name") : Optional.<String>empty())
        .or(this::connect);
  }

  /** True if the command connects to a libvirt of this host. */
  boolean connectsHere() {
    boolean connects = connect().isPresent() || !OFFLINE.contains(command);
    return connects
        && firstUri()
            .or(() -> Optional.ofNullable(System.getenv("LIBVIRT_DEFAULT_URI")))
            .filter(uri -> !uri.matches(LOCAL))
            .isEmpty();
  }

  boolean isReadOnly() {
    return globals.contains("-r") || globals.contains("--readonly");
  }

  boolean has(String option) {
    return rest.contains(option) || rest.stream().anyMatch(r -> r.startsWith(option + "="));
  }

  /** Returns the command's main argument, positional or behind its option. */
  Optional<String> argument(String option) {
    int at = place(option);
    return at < 0
        ? Optional.empty()
        : Optional.of(
            rest.get(at).startsWith(option + "=")
                ? rest.get(at).substring(option.length() + 1)
                : rest.get(at));
  }

  /** Returns the line with another main argument. */
  List<String> with(String option, String argument) {
    List<String> line = new ArrayList<>(globals);
    line.add(command);
    List<String> changed = new ArrayList<>(rest);
    int at = place(option);
    boolean joined = changed.get(at).startsWith(option + "=");
    changed.set(at, joined ? option + "=" + argument : argument);
    line.addAll(changed);
    return line;
  }

  private int place(String option) {
    boolean onlyArguments = false;
    for (int i = 0; i < rest.size(); i++) {
      String word = rest.get(i);
      if (!onlyArguments && word.equals(option)) {
        return i + 1 < rest.size() ? i + 1 : -1;
      }
      if (onlyArguments || !word.startsWith("--") || word.startsWith(option + "=")) {
        return i;
      }
      onlyArguments = word.equals("--");
      i += WITH_VALUE.contains(word) ? 1 : 0;
    }
    return -1;
  }
}
