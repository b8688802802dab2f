package org.libvirtspm.host.cli;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * virsh's own options, in front of the command, read as its getopt_long reads them: short ones in
 * clusters, long ones by any prefix that only one has. The table is that of libvirt 12.
 */
final class VirshOptions {

  private static final char VERSION = 'v';

  private static final Map<String, Character> LONG =
      Map.ofEntries(
          Map.entry("connect", 'c'),
          Map.entry("debug", 'd'),
          Map.entry("escape", 'e'),
          Map.entry("help", 'h'),
          Map.entry("keepalive-interval", 'k'),
          Map.entry("keepalive-count", 'K'),
          Map.entry("log", 'l'),
          Map.entry("no-pkttyagent", 'n'),
          Map.entry("quiet", 'q'),
          Map.entry("readonly", 'r'),
          Map.entry("timing", 't'),
          Map.entry("version", VERSION));

  private static final String WITH_VALUE = "cdekKl";
  private static final String FLAGS = "hqrtvV";

  /** Options after which virsh runs no command. */
  private static final String PRINTING = "hvV";

  private final List<String> typed;
  private int next;
  private String connect;
  private boolean readOnly;
  private boolean prints;
  private String unknown;

  private VirshOptions(List<String> typed) {
    this.typed = typed;
  }

  /** Reads the options in front of the first word that is none. */
  static VirshOptions of(List<String> typed) {
    VirshOptions options = new VirshOptions(typed);
    boolean more = true;
    while (more && options.next < typed.size() && options.runs()) {
      more = options.take(typed.get(options.next));
    }
    return options;
  }

  /** Number of words, with a {@code --} that ends the options. */
  int words() {
    return next;
  }

  /** Returns the value of the last connection option. */
  Optional<String> connect() {
    return Optional.ofNullable(connect);
  }

  boolean isReadOnly() {
    return readOnly;
  }

  /** True if virsh prints its help or version and runs no command. */
  boolean prints() {
    return prints;
  }

  /** Returns the word that is not understood; virsh, if it is like libvirt 12's, refuses it. */
  Optional<String> unknown() {
    return Optional.ofNullable(unknown);
  }

  /** True if virsh goes on to a command, or to its shell. */
  boolean runs() {
    return !prints && unknown == null;
  }

  private boolean take(String word) {
    if (word.equals("-") || !word.startsWith("-")) {
      return false;
    }
    next++;
    if (word.equals("--")) {
      return false;
    }
    if (word.startsWith("--")) {
      takeLong(word);
    } else {
      takeCluster(word);
    }
    return true;
  }

  private void takeLong(String word) {
    int equals = word.indexOf('=');
    String name = word.substring(2, equals < 0 ? word.length() : equals);
    Optional<Character> option = named(name);
    if (option.isEmpty()) {
      unknown = word;
    } else if (WITH_VALUE.indexOf(option.get()) >= 0) {
      set(option.get(), word, equals < 0 ? Optional.empty() : Optional.of(equals + 1));
    } else if (equals >= 0 && option.get() != VERSION) {
      unknown = word;
    } else {
      set(option.get());
    }
  }

  private static Optional<Character> named(String name) {
    if (LONG.containsKey(name)) {
      return Optional.of(LONG.get(name));
    }
    List<String> names = LONG.keySet().stream().filter(n -> n.startsWith(name)).toList();
    return names.size() == 1 ? Optional.of(LONG.get(names.get(0))) : Optional.empty();
  }

  private void takeCluster(String word) {
    for (int i = 1; i < word.length() && runs(); i++) {
      char option = word.charAt(i);
      if (WITH_VALUE.indexOf(option) >= 0) {
        set(option, word, i + 1 < word.length() ? Optional.of(i + 1) : Optional.empty());
        return;
      }
      if (FLAGS.indexOf(option) < 0) {
        unknown = word;
      } else {
        set(option);
      }
    }
  }

  private void set(char flag) {
    prints |= PRINTING.indexOf(flag) >= 0;
    readOnly |= flag == 'r';
  }

  /** Takes the value at an index of the word, or else the next word. */
  private void set(char option, String word, Optional<Integer> at) {
    if (at.isEmpty() && next == typed.size()) {
      unknown = word;
      return;
    }
    String value = at.isPresent() ? word.substring(at.get()) : typed.get(next++);
    connect = option == 'c' ? value : connect;
  }
}
