package org.libvirtspm.translator.linear;

import static org.libvirtspm.translator.linear.Frame.repeated;
import static org.libvirtspm.translator.linear.Frame.with;

import java.util.List;
import org.libvirtspm.translator.linear.Frame.Place;

/** What XML is made of, much of it, beside an SPM cell. */
final class TextShapes {
  private static final String EMOJI = "\uD83D\uDE00";

  private TextShapes() {}

  static List<Shape> all() {
    return List.of(
        top("empty elements", n -> repeated(n, i -> "<a/>")),
        top("elements with text", n -> repeated(n, i -> "<a>x</a>")),
        top("elements with an attribute", n -> repeated(n, i -> "<a b=''/>")),
        top("elements with attributes", n -> repeated(n, i -> "<a " + attributes(9) + "/>")),
        top("elements between text", n -> repeated(n, i -> "x<a/>")),
        top("elements of different names", n -> repeated(n, i -> "<a" + i + "/>")),
        top("names of one hash", n -> repeated(n, i -> "<" + colliding(i) + "/>")),
        top("attributes of one hash", n -> "<a" + repeated(n, TextShapes::collidingValue) + "/>"),
        top("attributes of one element", n -> "<a " + attributes(n / 8) + "/>"),
        top("attributes up to the limit", n -> repeated(n, i -> "<a " + attributes(990) + "/>")),
        top("declarations of namespaces", n -> "<a" + repeated(n, TextShapes::namespace) + "/>"),
        top("a namespace each", n -> repeated(n, i -> "<a" + i + ":b" + namespace(i) + "/>")),
        top("namespaces in each other", TextShapes::nestedNamespaces),
        top("a long name", n -> "<" + "a".repeat(n / 2) + "></" + "a".repeat(n / 2) + ">"),
        top("a long prefix", n -> "<" + "a".repeat(n) + ":b/>"),
        top("a long attribute", n -> "<a b='" + "x".repeat(n) + "'/>"),
        top("a long text", n -> "<a>" + "x".repeat(n) + "</a>"),
        top("white space", n -> "<a>" + " ".repeat(n) + "</a>"),
        top("comments", n -> repeated(n, i -> "<!---->")),
        top("a long comment", n -> "<!--" + "x".repeat(n) + "-->"),
        top("CDATA", n -> "<a>" + repeated(n, i -> "<![CDATA[<]]>") + "</a>"),
        top("processing instructions", n -> repeated(n, i -> "<?a?>")),
        top("entities in text", n -> "<a>" + "&amp;".repeat(n / 5) + "</a>"),
        top("entities in an attribute", n -> "<a b='" + "&#x10000;".repeat(n / 9) + "'/>"),
        top("entities in attributes", n -> repeated(n, i -> "<a b='&lt;'/>")),
        top("beyond Latin-1", n -> "<a>" + EMOJI.repeat(n / 4) + "</a>"),
        top("errors on one line", n -> EMOJI.repeat(n / 8) + repeated(n / 2, i -> "<a spm=''/>")),
        top("errors on many lines", n -> repeated(n, i -> "<a spm=''/>\n")),
        top("errors behind carriage returns", n -> repeated(n, i -> "<a spm=''/>\r")),
        top("depth", n -> repeated(n, i -> "<a>".repeat(240) + "</a>".repeat(240))),
        top("depth beyond the limit", n -> "<a>".repeat(n / 3)),
        top("an end that is missing", n -> repeated(n, i -> "<a></a>") + "<b>"),
        top("an unknown entity", n -> "x".repeat(n) + "&b;"),
        new Shape("no SPM", n -> with(Place.CELL, "").and(Place.TOP, "<a/>".repeat(n / 4)).text()),
        new Shape("no domain", n -> "<a>" + "<domain/>".repeat(n / 9) + "</a>"),
        new Shape("no XML", n -> "x".repeat(n)),
        new Shape("a DOCTYPE", n -> "<!DOCTYPE a [" + "<!ENTITY b 'c'>".repeat(n / 15) + "]><a/>"));
  }

  private static Shape top(String name, java.util.function.IntFunction<String> content) {
    return new Shape(name, n -> with(Place.TOP, content.apply(n)).text());
  }

  static String attributes(int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append(" a").append(i).append("=''");
    }
    return out.toString();
  }

  private static String namespace(int i) {
    return " xmlns:a" + i + "='u'";
  }

  private static String nestedNamespaces(int n) {
    StringBuilder in = new StringBuilder();
    int depth = 0;
    for (int i = 0; in.length() < n / 2 && depth < 240; depth++) {
      in.append("<a");
      for (int k = 0; k < Math.min(900, n / 2 / 16 / 240 + 1); k++) {
        in.append(namespace(i++));
      }
      in.append(">");
    }
    return in + repeated(n / 2, i -> "<a0:b/>") + "</a>".repeat(depth);
  }

  /** Names of the same length and String.hashCode. */
  private static String colliding(int i) {
    StringBuilder name = new StringBuilder();
    for (int bit = 0; bit < 20; bit++) {
      name.append((i >> bit & 1) == 0 ? "Aa" : "BB");
    }
    return name.toString();
  }

  private static String collidingValue(int i) {
    return " " + colliding(i) + "=''";
  }
}
