package org.libvirtspm.host;

/** Words of commands that are printed for users to paste. */
public final class ShellWord {

  private static final String HARMLESS = "[A-Za-z0-9_./:=@%+,-]+";

  private ShellWord() {}

  /** A word as the shell takes it; a domain's name may have anything in it but a slash. */
  public static String of(String word) {
    return word.matches(HARMLESS) ? word : "'" + word.replace("'", "'\\''") + "'";
  }

  /** This program, as the user called it: its launcher's path where the PATH does not have it. */
  public static String virtSpm() {
    return of(System.getProperty("virt-spm.command", "virt-spm"));
  }
}
