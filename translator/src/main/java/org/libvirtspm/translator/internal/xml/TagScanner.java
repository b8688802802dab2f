package org.libvirtspm.translator.internal.xml;

import java.util.ArrayList;
import java.util.List;

/** Finds the attributes of a well-formed start tag in the text. */
final class TagScanner {

  /** An attribute's name as written, and the spans of the attribute and its value. */
  record Place(String name, Span span, Span valueSpan) {}

  private final String chars;
  private final Span tag;
  private List<Place> places;
  private int at;

  TagScanner(String chars, Span tag) {
    this.chars = chars;
    this.tag = tag;
  }

  /** Returns the attributes in the order they are written. */
  List<Place> places() {
    if (places == null) {
      places = scan();
    }
    return places;
  }

  private List<Place> scan() {
    List<Place> found = new ArrayList<>();
    at = tag.start() + 1;
    String unused = name();
    space();
    while (!atTagEnd()) {
      found.add(attribute());
      space();
    }
    return found;
  }

  private Place attribute() {
    int start = at;
    String name = name();
    space();
    at++; // the equals sign
    space();
    char quote = chars.charAt(at++);
    int valueStart = at;
    at = chars.indexOf(quote, at) + 1;
    return new Place(name, new Span(start, at), new Span(valueStart, at - 1));
  }

  private String name() {
    int start = at;
    char c = chars.charAt(at);
    while (!XmlSpace.is(c) && c != '=' && c != '>' && c != '/') {
      c = chars.charAt(++at);
    }
    return chars.substring(start, at);
  }

  private void space() {
    while (XmlSpace.is(chars.charAt(at))) {
      at++;
    }
  }

  private boolean atTagEnd() {
    return chars.charAt(at) == '>' || chars.charAt(at) == '/';
  }
}
