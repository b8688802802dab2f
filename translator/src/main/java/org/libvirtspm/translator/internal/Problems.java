package org.libvirtspm.translator.internal;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.OptionalInt;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.SourceText;
import org.libvirtspm.translator.internal.xml.Span;

/** Collects the problems of one document: the first 100, errors before warnings. */
public final class Problems {

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  /** Problems beyond this number are counted but not kept. */
  private static final int MAX_KEPT = 100;

  private static final String TOO_MANY = "too-many";

  /** A problem at an offset; line and column are computed when it is listed. */
  private record Found(Severity severity, String code, int offset, String message, String remedy) {

    private static int byWeight(Found a, Found b) {
      int bySeverity = a.severity.compareTo(b.severity);
      return bySeverity != 0 ? bySeverity : byPlace(a, b);
    }

    private static int byPlace(Found a, Found b) {
      return Integer.compare(a.offset, b.offset);
    }
  }

  /** An element, by the offset of its end, and the guest node it concerns. */
  private record About(int end, int node) {}

  private final SourceText text;
  private final List<Found> found = new ArrayList<>();
  private final TreeMap<Integer, About> nodes = new TreeMap<>();
  private int unkeptErrors;
  private int unkeptWarnings;
  private boolean refused;
  private String code = "Declaration";

  /** Starts without problems, for a document. */
  public Problems(SourceText text) {
    this.text = text;
  }

  /**
   * Sets the code of the problems reported next: a class name, written with hyphens in the code.
   */
  public void setCode(String code) {
    this.code = code;
  }

  /** Attributes all problems at or inside an element to a node of the guest. */
  public void setNode(Element about, int node) {
    nodes.put(about.span().start(), new About(about.span().end(), node));
  }

  /** Attributes all problems at or inside an element to a node; ignores text that is no number. */
  public void setNode(Element about, String number) {
    if (NUMBER.matcher(number).matches()) {
      setNode(about, Integer.parseInt(number));
    }
  }

  private OptionalInt node(int offset) {
    Map.Entry<Integer, About> before = nodes.floorEntry(offset);
    return before == null || before.getValue().end() <= offset
        ? OptionalInt.empty()
        : OptionalInt.of(before.getValue().node());
  }

  /** Reports an error at an element; the {@link Remedy} is marked in the message. */
  public void error(Element at, String message) {
    add(Severity.ERROR, at.startTag(), message);
  }

  /** Reports an error at an attribute. */
  public void error(Attribute at, String message) {
    add(Severity.ERROR, at.span(), message);
  }

  /**
   * Reports an error at an attribute of an element, or at the element if the attribute is missing.
   */
  public void error(Element at, String attribute, String message) {
    at.attribute(attribute).ifPresentOrElse(a -> error(a, message), () -> error(at, message));
  }

  /** Reports a warning at an element. */
  public void warning(Element at, String message) {
    add(Severity.WARNING, at.startTag(), message);
  }

  private void add(Severity severity, Span at, String message) {
    refused |= severity == Severity.ERROR;
    found.add(new Found(severity, code, at.start(), Remedy.shown(message), Remedy.in(message)));
    if (found.size() > 2 * MAX_KEPT) {
      dropLast();
    }
  }

  /** Drops duplicates and all but the first 100 problems, errors before warnings. */
  private void dropLast() {
    List<Found> first = found.stream().distinct().sorted(Found::byWeight).toList();
    found.clear();
    for (Found f : first) {
      if (found.size() < MAX_KEPT) {
        found.add(f);
      } else if (f.severity() == Severity.ERROR) {
        unkeptErrors++;
      } else {
        unkeptWarnings++;
      }
    }
  }

  /** True once an error has been reported. */
  public boolean refused() {
    return refused;
  }

  /** Returns the kept problems in document order, and one more that counts the others, if any. */
  public List<Problem> list() {
    if (found.isEmpty()) {
      return List.of();
    }
    dropLast();
    List<Problem> list = new ArrayList<>();
    found.stream().sorted(Found::byPlace).map(this::problem).forEach(list::add);
    if (unkeptErrors + unkeptWarnings > 0) {
      Severity severity = unkeptErrors > 0 ? Severity.ERROR : Severity.WARNING;
      String unkept = unkeptErrors + " more errors, " + unkeptWarnings + " more warnings";
      list.add(tooMany(severity, unkept, list.get(list.size() - 1)));
    }
    return list;
  }

  private static Problem tooMany(Severity severity, String unkept, Problem last) {
    String message = "too many problems to show: " + unkept;
    return new Problem(severity, TOO_MANY, message, last.line(), last.column());
  }

  /**
   * Returns the problems of two lists in the order of their places. Of more than a hundred it
   * returns the first hundred, errors before warnings, and one that says that there are more.
   */
  public static List<Problem> together(List<Problem> some, List<Problem> more) {
    List<Problem> all = new ArrayList<>(some);
    all.addAll(more);
    boolean isCut = all.removeIf(p -> p.code().equals(TOO_MANY)) || all.size() > MAX_KEPT;
    all.sort(Problems::byPlace);
    if (!isCut) {
      return all;
    }
    all.sort((a, b) -> a.severity().compareTo(b.severity()));
    List<Problem> kept = new ArrayList<>(all.subList(0, Math.min(MAX_KEPT, all.size())));
    Severity least = kept.get(kept.size() - 1).severity();
    kept.sort(Problems::byPlace);
    kept.add(tooMany(least, "these are the first " + kept.size(), kept.get(kept.size() - 1)));
    return kept;
  }

  private static int byPlace(Problem a, Problem b) {
    int byLine = Integer.compare(a.line(), b.line());
    return byLine != 0 ? byLine : Integer.compare(a.column(), b.column());
  }

  private Problem problem(Found f) {
    return new Problem(
        f.severity(),
        CAPITAL.matcher(f.code()).replaceAll("-$0").substring(1).toLowerCase(Locale.ROOT),
        f.message(),
        f.remedy(),
        text.line(f.offset()),
        text.column(f.offset()),
        node(f.offset()));
  }
}
