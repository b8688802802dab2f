package org.libvirtspm.host.demo;

import java.io.PrintStream;
import java.util.List;
import org.libvirtspm.host.Printable;

/** Prints the tour, in colour on a terminal. */
public final class Story {

  private static final String BOLD = "\033[1m";
  private static final String GREEN = "\033[32m";
  private static final String RED = "\033[31m";
  private static final String CYAN = "\033[36m";
  private static final String PLAIN = "\033[0m";

  private final PrintStream out;
  private final boolean coloured;

  /** Prints to a stream. */
  public Story(PrintStream out, boolean coloured) {
    this.out = out;
    this.coloured = coloured;
  }

  void heading(String text) {
    out.println();
    out.println(in(BOLD, text));
  }

  void line(String text) {
    out.println("  " + in("", text));
  }

  void items(List<String> items) {
    items.forEach(item -> line("- " + item));
  }

  /** Prints lines of a document and highlights those with the new attribute. */
  void document(List<String> lines) {
    for (String line : lines) {
      out.println("    " + in(line.contains("spm='on'") ? GREEN : "", line));
    }
  }

  void diff(List<String> lines) {
    for (String line : lines) {
      out.println("    " + in(colourOf(line), line));
    }
  }

  private static String colourOf(String line) {
    if (line.startsWith("+")) {
      return GREEN;
    }
    return line.startsWith("-") ? RED : line.startsWith("@@") ? CYAN : "";
  }

  /** Prints the lines of a text. */
  void text(String text) {
    text.strip().lines().forEach(this::line);
  }

  /** Prints declared and observed values side by side. */
  void observations(List<Observation> observations, String wanted, String seen) {
    int subject = width(observations.stream().map(Observation::subject).toList(), "");
    int declared = width(observations.stream().map(Observation::declared).toList(), wanted);
    String row = "%-" + subject + "s  %-" + declared + "s  %s";
    out.println(in(BOLD, "    " + row.formatted("", wanted, seen)));
    for (Observation f : observations) {
      String text = row.formatted(f.subject(), f.declared(), f.seen());
      out.println(
          "  " + (f.holds() ? in(GREEN, "\u2713") : in(RED, "\u2717")) + " " + in("", text));
    }
  }

  private static int width(List<String> texts, String heading) {
    return Math.max(
        heading.length(), texts.stream().mapToInt(String::length).max().orElse(heading.length()));
  }

  /** Replaces control characters in text from a document or guest. */
  private String in(String colour, String text) {
    String shown = Printable.text(text);
    return coloured && !colour.isEmpty() ? colour + shown + PLAIN : shown;
  }
}
