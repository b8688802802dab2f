package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Writes a manual page in the man macros of roff. */
final class Roff {

  private final List<String> lines = new ArrayList<>();

  /** Starts a page. */
  Roff(String name, int section, String summary) {
    String title = escaped(name.toUpperCase(Locale.ROOT));
    String program = escaped("virt-spm " + Version.text());
    add(".TH " + title + " " + section + " \"\" \"" + program + "\" \"libvirt\\-spm\"");
    section("NAME");
    add(escaped(name) + " \\- " + escaped(summary));
  }

  void section(String title) {
    add(".SH " + title);
  }

  void subsection(String title) {
    add(".SS " + escaped(title));
  }

  void synopsis(String name, String arguments) {
    newParagraph();
    add(".B " + escaped(name));
    text(arguments);
  }

  /** Adds a paragraph. */
  void paragraph(String text) {
    newParagraph();
    text(text);
  }

  /** Adds text to the current paragraph or term. */
  void text(String text) {
    String line = escaped(text);
    add(line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line);
  }

  void term(String term, String description) {
    add(".TP");
    add(".B " + escaped(term));
    text(description);
  }

  /** Indents what follows below the last term. */
  void indent() {
    add(".RS");
  }

  /** Ends {@link #indent}. */
  void outdent() {
    add(".RE");
  }

  void example(List<String> shell) {
    newParagraph();
    add(".EX");
    shell.forEach(line -> add("    " + escaped(line)));
    add(".EE");
  }

  /**
   * Names pages to be read too.
   *
   * @param pages such as {@code virsh(1)}
   */
  void seeAlso(List<String> pages) {
    section("SEE ALSO");
    for (String page : pages) {
      int bracket = page.indexOf('(');
      String comma = page.equals(pages.get(pages.size() - 1)) ? "" : ",";
      add(".BR " + escaped(page.substring(0, bracket)) + " " + page.substring(bracket) + comma);
    }
  }

  /** Starts a paragraph, unless a heading has just done so. */
  private void newParagraph() {
    String last = lines.get(lines.size() - 1);
    if (!last.startsWith(".SH") && !last.startsWith(".SS")) {
      add(".PP");
    }
  }

  private void add(String line) {
    lines.add(line);
  }

  /** Returns the page. */
  String page() {
    return String.join("\n", lines) + "\n";
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
  }
}
