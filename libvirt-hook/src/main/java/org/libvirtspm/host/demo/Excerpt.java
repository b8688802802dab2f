package org.libvirtspm.host.demo;

import java.util.ArrayList;
import java.util.List;

/** Extracts the lines about nodes from a domain. */
final class Excerpt {

  private Excerpt() {}

  /** Returns metadata and topology, without comments. */
  static List<String> of(String document) {
    String text = document.replaceAll("(?s)[ \\t]*<!--.*?-->[ \\t]*\\R?", "");
    List<String> lines = new ArrayList<>();
    if (text.indexOf("<metadata>") >= 0) {
      lines.addAll(element(text, "metadata"));
    }
    lines.addAll(element(text, "cpu"));
    return lines;
  }

  private static List<String> element(String text, String name) {
    int start = text.indexOf("<" + name + ">");
    start = start < 0 ? text.indexOf("<" + name + " ") : start;
    int end = text.indexOf("</" + name + ">", start);
    return start < 0 || end < 0
        ? List.of()
        : text.substring(text.lastIndexOf('\n', start) + 1, end + name.length() + 3)
            .lines()
            .map(line -> line.replaceFirst("^  ", ""))
            .toList();
  }
}
