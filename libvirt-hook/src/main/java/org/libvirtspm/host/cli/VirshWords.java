package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.List;

/** Splits a command line in one argument as virsh does. */
final class VirshWords {

  private static final char NONE = 0;

  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private char quote = NONE;
  private boolean started;

  private VirshWords() {}

  /** Returns the words; a separator between commands is a word. */
  static List<String> of(String line) {
    VirshWords split = new VirshWords();
    for (int i = 0; i < line.length(); i++) {
      boolean escaped = line.charAt(i) == '\\' && split.quote != '\'' && i + 1 < line.length();
      if (escaped) {
        i++;
        split.append(line.charAt(i));
      } else {
        split.take(line.charAt(i));
      }
    }
    split.end();
    return split.words;
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
      end();
      words.add(";");
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

  private void end() {
    if (started) {
      words.add(word.toString());
    }
    word.setLength(0);
    started = false;
  }
}
