package org.libvirtspm.translator.fuzz;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** The elements, tags and attributes of a text, found leniently: it need not be well-formed. */
final class Pieces {

  private record Open(String name, int start) {}

  private final String text;
  private final List<Piece> elements = new ArrayList<>();
  private final List<Piece> startTags = new ArrayList<>();
  private final List<Piece> attributes = new ArrayList<>();
  private final Deque<Open> open = new ArrayDeque<>();

  Pieces(String text) {
    this.text = text;
    int at = text.indexOf('<');
    while (at >= 0) {
      at = text.indexOf('<', markup(at));
    }
  }

  /** Whole elements. */
  List<Piece> elements() {
    return elements;
  }

  /** Start tags, and elements that are one tag. */
  List<Piece> startTags() {
    return startTags;
  }

  /** Attributes, the space in front included. */
  List<Piece> attributes() {
    return attributes;
  }

  private int markup(int at) {
    if (text.startsWith("<!--", at)) {
      return after("-->", at);
    }
    if (text.startsWith("<![CDATA[", at)) {
      return after("]]>", at);
    }
    return text.startsWith("<?", at) || text.startsWith("<!", at) ? after(">", at) : tag(at);
  }

  private int after(String end, int at) {
    int found = text.indexOf(end, at);
    return found < 0 ? text.length() : found + end.length();
  }

  private int tag(int start) {
    int end = tagEnd(start);
    String name = name(start + 1);
    if (name.startsWith("/")) {
      close(name.substring(1), end);
    } else {
      startTags.add(new Piece(start, end));
      if (text.startsWith("/>", end - 2)) {
        elements.add(new Piece(start, end));
      } else {
        open.push(new Open(name, start));
      }
    }
    return end;
  }

  private void close(String name, int end) {
    if (open.stream().anyMatch(o -> o.name().equals(name))) {
      Open o = open.pop();
      while (!o.name().equals(name)) {
        o = open.pop();
      }
      elements.add(new Piece(o.start(), end));
    }
  }

  private String name(int start) {
    int end = start;
    while (end < text.length() && " \t\r\n>".indexOf(text.charAt(end)) < 0) {
      end++;
    }
    String name = text.substring(start, end);
    return name.length() > 1 && name.endsWith("/") ? name.substring(0, name.length() - 1) : name;
  }

  private int tagEnd(int start) {
    int attribute = -1;
    for (int i = start; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '>') {
        return i + 1;
      } else if (c == '\'' || c == '"') {
        int end = text.indexOf(c, i + 1);
        if (end < 0) {
          return text.length();
        }
        if (attribute >= 0) {
          attributes.add(new Piece(attribute, end + 1));
        }
        attribute = -1;
        i = end;
      } else if (Character.isWhitespace(c) && attribute < 0) {
        attribute = i;
      }
    }
    return text.length();
  }
}
