package org.libvirtspm.host;

/** Quotes words of commands for a shell. */
public final class ShellWord {

  private static final String HARMLESS = "[A-Za-z0-9_./:=@%+,-]+";

  private ShellWord() {}

  /** Quotes a word; a domain's name may contain anything but a slash. */
  public static String of(String word) {
    return word.matches(HARMLESS) ? word : quoted(word);
  }

  /** Quotes a word whatever it is. */
  public static String quoted(String word) {
    return "'" + word.replace("'", "'\\''") + "'";
  }

  /** Returns virt-spm, or the launcher's path if virt-spm is not on the PATH. */
  public static String virtSpm() {
    return of(System.getProperty("virt-spm.command", "virt-spm"));
  }
}
