package org.libvirtspm.translator.internal.xml;

/** Escapes text as libvirt does, for single-quoted attribute values. */
public final class Escape {

  private Escape() {}

  /** Escapes text between tags. */
  public static String text(String s) {
    return isPlain(s)
        ? s
        : s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
  }

  /** True if there is nothing to escape, as is usual. */
  private static boolean isPlain(String s) {
    for (int i = 0; i < s.length(); i++) {
      char c = s.charAt(i);
      if (c < ' ' || c == '&' || c == '<' || c == '>' || c == '\'') {
        return false;
      }
    }
    return true;
  }

  /** Escapes a value between single quotes. */
  public static String value(String s) {
    return isPlain(s)
        ? s
        : text(s).replace("'", "&apos;").replace("\n", "&#10;").replace("\t", "&#9;");
  }
}
