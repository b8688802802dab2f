package org.libvirtspm.translator.internal.xml;

import com.ctc.wstx.util.SymbolTable;
import java.util.concurrent.ThreadLocalRandom;

/**
 * Symbol table for the names of one document. Woodstox's own chains names of equal hash, which an
 * attacker can produce with "Aa" and "BB"; this hash starts with a random number.
 */
final class Symbols extends SymbolTable {

  private final int seed = ThreadLocalRandom.current().nextInt();
  private String[] names = new String[256];
  private int count;

  @Override
  public String findSymbol(char[] buffer, int start, int length, int unused) {
    if (length < 1) {
      return "";
    }
    int at = place(buffer, start, length);
    if (names[at] == null) {
      names[at] = new String(buffer, start, length).intern();
      count++;
      return count * 2 > names.length ? grow(names[at]) : names[at];
    }
    return names[at];
  }

  @Override
  public String findSymbolIfExists(char[] buffer, int start, int length, int unused) {
    return length < 1 ? "" : names[place(buffer, start, length)];
  }

  @Override
  public String findSymbol(String name) {
    return findSymbol(name.toCharArray(), 0, name.length(), 0);
  }

  /** Returns the slot of a name, or the free one for it. */
  private int place(char[] buffer, int start, int length) {
    int hash = seed;
    for (int i = start; i < start + length; i++) {
      hash = (hash ^ buffer[i]) * 0x9E3779B1;
      hash ^= hash >>> 15;
    }
    int at = hash & names.length - 1;
    while (names[at] != null && !isName(names[at], buffer, start, length)) {
      at = at + 1 & names.length - 1;
    }
    return at;
  }

  private static boolean isName(String name, char[] buffer, int start, int length) {
    boolean same = name.length() == length;
    for (int i = 0; same && i < length; i++) {
      same = name.charAt(i) == buffer[start + i];
    }
    return same;
  }

  private String grow(String added) {
    String[] old = names;
    names = new String[old.length * 2];
    for (String name : old) {
      if (name != null) {
        names[place(name.toCharArray(), 0, name.length())] = name;
      }
    }
    return added;
  }
}
