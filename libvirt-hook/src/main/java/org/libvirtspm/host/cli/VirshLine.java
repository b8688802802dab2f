package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * A command line of virsh's, as far as it matters here.
 *
 * @param options virsh's own options, in front of the command
 * @param globals their words
 * @param command the command's name; empty for the interactive shell, or if virsh runs none
 * @param rest what follows the command
 * @param others further commands in the same line
 */
record VirshLine(
    VirshOptions options,
    List<String> globals,
    String command,
    List<String> rest,
    List<List<String>> others) {

  /** Options of define, create, edit and dumpxml that take a value. */
  private static final Set<String> WITH_VALUE =
      Set.of("--file", "--domain", "--pass-fds", "--xpath");

  /** Commands that use no libvirt, unless an option asks to connect. */
  private static final Set<String> OFFLINE =
      Set.of("", "help", "cd", "echo", "pwd", "quit", "exit");

  /** A URI without a host, for which libvirt asks no password. */
  private static final String LOCAL = "[^:/]+:///.*";

  /** A word that virsh takes for an option of a command. */
  private static final Pattern OPTION = Pattern.compile("--[A-Za-z0-9].*", Pattern.DOTALL);

  /** Parses the arguments of virsh. */
  static VirshLine of(List<String> typed) {
    VirshOptions options = VirshOptions.of(typed);
    List<String> globals = typed.subList(0, options.words());
    List<List<String>> commands = commands(typed.subList(options.words(), typed.size()));
    if (!options.runs() || commands.isEmpty()) {
      return new VirshLine(options, globals, "", List.of(), List.of());
    }
    List<String> first = commands.get(0);
    return new VirshLine(
        options,
        globals,
        first.get(0),
        first.subList(1, first.size()),
        commands.subList(1, commands.size()));
  }

  private static List<List<String>> commands(List<String> words) {
    return words.size() > 1
        ? List.of(words)
        : words.stream().flatMap(word -> VirshWords.of(word).stream()).toList();
  }

  /** True if another command stands in the same line. */
  boolean hasSeveral() {
    return !others.isEmpty() || rest.contains(";");
  }

  /** True if the word stands anywhere behind the first command. */
  boolean names(Predicate<String> word) {
    return Stream.concat(Stream.of(rest), others.stream()).flatMap(List::stream).anyMatch(word);
  }

  /** Returns the URI of the connection option or of virsh's environment variable. */
  Optional<String> connect() {
    return options
        .connect()
        .or(() -> Optional.ofNullable(System.getenv("VIRSH_DEFAULT_CONNECT_URI")));
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
    return options.isReadOnly();
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
      if (onlyArguments || !isOption(word) || word.startsWith(option + "=")) {
        return i;
      }
      onlyArguments = word.equals("--");
      i += WITH_VALUE.contains(word) ? 1 : 0;
    }
    return -1;
  }

  private static boolean isOption(String word) {
    return word.equals("--") || OPTION.matcher(word).matches();
  }
}
