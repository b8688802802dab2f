package org.libvirtspm.testbed;

import java.util.ArrayList;
import java.util.List;

/** Splits a line into words as a POSIX shell would, without expanding anything. */
final class ShellWords {
  private final String line;
  private final List<String> words = new ArrayList<>();
  private final StringBuilder word = new StringBuilder();
  private boolean inWord;
  private int at;

  private ShellWords(String line) {
    this.line = line;
  }

  static List<String> split(String line) {
    return new ShellWords(line).run();
  }

  private List<String> run() {
    while (at < line.length()) {
      step(line.charAt(at++));
    }
    endWord();
    return words;
  }

  private void step(char c) {
    switch (c) {
      case ' ', '\n', '\t' -> endWord();
      case '\'' -> quoted('\'');
      case '"' -> quoted('"');
      case '\\' -> append(line.charAt(at++));
      default -> append(c);
    }
  }

  private void quoted(char quote) {
    inWord = true;
    while (line.charAt(at) != quote) {
      if (quote == '"' && line.charAt(at) == '\\') {
        at++;
      }
      append(line.charAt(at++));
    }
    at++;
  }

  private void append(char c) {
    inWord = true;
    word.append(c);
  }

  private void endWord() {
    if (inWord) {
      words.add(word.toString());
      word.setLength(0);
      inWord = false;
    }
  }
}
