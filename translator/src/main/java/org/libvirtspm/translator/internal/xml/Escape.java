package org.libvirtspm.translator.internal.xml;

/** Escapes text as libvirt does, for single-quoted attribute values. */
public final class Escape {

  private Escape() {}

  /** Escapes text between tags. */
  public static String text(String s) {
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
  }

  /** Escapes a value between single quotes. */
  public static String value(String s) {
    return text(s).replace("'", "&apos;").replace("\n", "&#10;").replace("\t", "&#9;");
  }
}
