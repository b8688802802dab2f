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

/** Collects what there is to say about one document: the first hundred problems, errors first. */
public final class Problems {

  private static final Pattern CAPITAL = Pattern.compile("[A-Z]");
  private static final Pattern NUMBER = Pattern.compile("0|[1-9][0-9]{0,8}");

  /** More problems than this are counted, and not kept. */
  public static final int MAX_KEPT = 100;

  /** A problem whose line and column are looked up when it is shown. */
  private record Found(Severity severity, String code, int offset, String message, String remedy) {

    private static int byWeight(Found a, Found b) {
      int bySeverity = a.severity.compareTo(b.severity);
      return bySeverity != 0 ? bySeverity : byPlace(a, b);
    }

    private static int byPlace(Found a, Found b) {
      return Integer.compare(a.offset, b.offset);
    }
  }

  /** An element, which ends there, about that node. */
  private record About(int end, int node) {}

  private final SourceText text;
  private final List<Found> found = new ArrayList<>();
  private final TreeMap<Integer, About> nodes = new TreeMap<>();
  private int unkeptErrors;
  private int unkeptWarnings;
  private boolean refused;
  private String code = "Declaration";

  /** Starts empty, for that document. */
  public Problems(SourceText text) {
    this.text = text;
  }

  /** Gives what is said from now on that code: words in capitals, as a class is named. */
  public void setCode(String code) {
    this.code = code;
  }

  /** Makes every problem at an element and in it one of that node of the guest. */
  public void setNode(Element about, int node) {
    nodes.put(about.span().start(), new About(about.span().end(), node));
  }

  /** The same for a number as it is written; what is none says nothing. */
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

  /** Refuses, at an element, with a message in which the {@link Remedy} is marked. */
  public void error(Element at, String message) {
    add(Severity.ERROR, at.startTag(), message);
  }

  /** Refuses, at an attribute. */
  public void error(Attribute at, String message) {
    add(Severity.ERROR, at.span(), message);
  }

  /** Refuses, at an attribute of an element, or at the element where it is missing. */
  public void error(Element at, String attribute, String message) {
    at.attribute(attribute).ifPresentOrElse(a -> error(a, message), () -> error(at, message));
  }

  /** Warns, at an element. */
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

  /** Keeps the first of the document, errors before warnings; the same said twice counts once. */
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

  /** True once something has been refused. */
  public boolean refused() {
    return refused;
  }

  /** Everything kept, in document order, and how much more there is. */
  public List<Problem> list() {
    dropLast();
    List<Problem> list = new ArrayList<>();
    found.stream().sorted(Found::byPlace).map(this::problem).forEach(list::add);
    if (unkeptErrors + unkeptWarnings > 0) {
      Problem last = list.get(list.size() - 1);
      Severity severity = unkeptErrors > 0 ? Severity.ERROR : Severity.WARNING;
      list.add(new Problem(severity, "too-many", unkept(), last.line(), last.column()));
    }
    return list;
  }

  private String unkept() {
    return "too many problems to show: "
        + unkeptErrors
        + " more errors, "
        + unkeptWarnings
        + " more warnings";
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
