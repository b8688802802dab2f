package org.libvirtspm.translator.internal.xml;

/** Escapes text the way libvirt writes it: single quotes around attribute values. */
public final class Escape {

  private Escape() {}

  /** Text between tags. */
  public static String text(String s) {
    return s.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\r", "&#13;");
  }

  /** A value between single quotes. */
  public static String value(String s) {
    return text(s).replace("'", "&apos;").replace("\n", "&#10;").replace("\t", "&#9;");
  }
}
