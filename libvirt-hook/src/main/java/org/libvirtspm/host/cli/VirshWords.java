package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.List;

/**
 * Splits a command line in one argument as virsh does: with quotes, escapes and comments, and
 * several commands between semicolons or on lines of their own.
 */
final class VirshWords {

  private static final char NONE = 0;

  private final List<List<String>> commands = new ArrayList<>();
  private List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private char quote = NONE;
  private boolean started;

  private VirshWords() {}

  /** Returns the words of each command; commands without words are left out. */
  static List<List<String>> of(String line) {
    VirshWords split = new VirshWords();
    for (int i = 0; i < line.length(); i++) {
      char c = line.charAt(i);
      if (c == '\\' && split.quote != '\'' && i + 1 < line.length()) {
        i++;
        split.escaped(line.charAt(i));
      } else if (c == '#' && split.quote == NONE && !split.started) {
        int end = line.indexOf('\n', i);
        i = end < 0 ? line.length() : end;
        split.endCommand();
      } else {
        split.take(c);
      }
    }
    split.endCommand();
    return split.commands;
  }

  /** An escaped line end is nothing at all. */
  private void escaped(char c) {
    if (c != '\n') {
      append(c);
    }
  }

  private void take(char c) {
    if (quote != NONE) {
      if (c == quote) {
        quote = NONE;
      } else {
        append(c);
      }
    } else if (c == '\'' || c == '"') {
      quote = c;
      started = true;
    } else if (c == ';' || c == '\n') {
      endCommand();
    } else if (c == ' ' || c == '\t') {
      end();
    } else {
      append(c);
    }
  }

  private void append(char c) {
    word.append(c);
    started = true;
  }

  private void endCommand() {
    end();
    if (!words.isEmpty()) {
      commands.add(words);
      words = new ArrayList<>();
    }
  }

  private void end() {
    if (started) {
      words.add(word.toString());
    }
    word.setLength(0);
    started = false;
  }
}
