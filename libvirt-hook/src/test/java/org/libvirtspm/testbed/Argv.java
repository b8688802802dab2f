package org.libvirtspm.testbed;

import java.util.ArrayList;
import java.util.List;

/** A QEMU command line as libvirt prints it, split into options. */
record Argv(List<Option> options) {

  /** One option; its value is empty when it takes none, such as {@code -S}. */
  record Option(String flag, String value) {
    @Override
    public String toString() {
      return value.isEmpty() ? flag : flag + " " + value;
    }
  }

  /** Reads the shell-quoted line of {@code virsh domxml-to-native}, environment included. */
  static Argv parse(String line) {
    List<String> words = ShellWords.split(line.strip());
    int first = 0;
    while (words.get(first).matches("[A-Za-z_][A-Za-z0-9_]*=(?s:.*)")) {
      first++;
    }
    return ofWords(words.subList(first + 1, words.size()));
  }

  /** Pairs flags with their values; a word that starts with a dash is always a flag. */
  static Argv ofWords(List<String> words) {
    List<Option> options = new ArrayList<>();
    for (int i = 0; i < words.size(); i++) {
      boolean valued = i + 1 < words.size() && !words.get(i + 1).startsWith("-");
      options.add(new Option(words.get(i), valued ? words.get(++i) : ""));
    }
    return new Argv(List.copyOf(options));
  }
}
