package org.libvirtspm.translator.oracle;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The value of an option as QEMU's keyval and QemuOpts parsers read it: key=value pairs between
 * commas, of which two stand for one in a value; the first may be without a key.
 */
public record QemuOptions(List<Pair> pairs) {

  /** A key and its value; an empty key for the first word, which implies one. */
  public record Pair(String key, String value) {}

  /** Reads the value of an option. */
  public static QemuOptions parse(String text) {
    List<Pair> pairs = new ArrayList<>();
    int at = 0;
    do {
      StringBuilder part = new StringBuilder();
      at = part(text, at, part);
      int equals = part.indexOf("=");
      String key = equals < 0 ? "" : part.substring(0, equals);
      pairs.add(new Pair(key, part.substring(equals + 1)));
    } while (at <= text.length());
    return new QemuOptions(pairs);
  }

  /** Reads up to a comma that stands alone; returns the offset after it. */
  private static int part(String text, int start, StringBuilder part) {
    int at = start;
    while (at < text.length()) {
      char c = text.charAt(at++);
      if (c == ',' && !text.startsWith(",", at)) {
        return at;
      }
      at += c == ',' ? 1 : 0;
      part.append(c);
    }
    return text.length() + 1;
  }

  /** The value of a key, if it is there. */
  public Optional<String> value(String key) {
    return pairs.stream().filter(p -> p.key().equals(key)).map(Pair::value).findFirst();
  }

  /** The word that stands first, without a key. */
  public String kind() {
    return pairs.get(0).key().isEmpty() ? pairs.get(0).value() : "";
  }
}
