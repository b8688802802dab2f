package org.libvirtspm.translator.xml;

import java.util.ArrayList;
import java.util.List;

/** Finds where the attributes of a start tag stand; the tag is known to be well-formed. */
final class TagScanner {

  /** An attribute's name as written, and where it and its value stand. */
  record Raw(String name, Span span, Span valueSpan) {

    Attribute attribute(String namespace, String value) {
      return new Attribute(name, namespace, value, span, valueSpan);
    }
  }

  private final String chars;
  private int at;

  private TagScanner(String chars, int at) {
    this.chars = chars;
    this.at = at;
  }

  static List<Raw> attributes(String chars, Span tag) {
    TagScanner scanner = new TagScanner(chars, tag.start() + 1);
    List<Raw> found = new ArrayList<>();
    scanner.name();
    scanner.space();
    while (!scanner.atTagEnd()) {
      found.add(scanner.attribute());
      scanner.space();
    }
    return found;
  }

  private Raw attribute() {
    int start = at;
    String name = name();
    space();
    at++; // the equals sign
    space();
    char quote = chars.charAt(at++);
    int valueStart = at;
    at = chars.indexOf(quote, at) + 1;
    return new Raw(name, new Span(start, at), new Span(valueStart, at - 1));
  }

  private String name() {
    int start = at;
    while (!isSpace(chars.charAt(at)) && chars.charAt(at) != '=' && !atTagEnd()) {
      at++;
    }
    return chars.substring(start, at);
  }

  private void space() {
    while (isSpace(chars.charAt(at))) {
      at++;
    }
  }

  private boolean atTagEnd() {
    return chars.charAt(at) == '>' || chars.charAt(at) == '/';
  }

  private static boolean isSpace(char c) {
    return c == ' ' || c == '\t' || c == '\n' || c == '\r';
  }
}
