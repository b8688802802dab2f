package org.libvirtspm.translator;

import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.translator.xml.Attribute;
import org.libvirtspm.translator.xml.Element;
import org.libvirtspm.translator.xml.SourceText;
import org.libvirtspm.translator.xml.Span;

/** Collects what there is to say about one document. */
public final class Problems {

  private final SourceText text;
  private final List<Problem> list = new ArrayList<>();

  /** Starts empty, for that document. */
  public Problems(SourceText text) {
    this.text = text;
  }

  /** Refuses, at an element. */
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
    list.add(new Problem(severity, message, text.line(at.start()), text.column(at.start())));
  }

  /** True once something has been refused. */
  public boolean refused() {
    return list.stream().anyMatch(p -> p.severity() == Severity.ERROR);
  }

  /** Everything, in document order. */
  public List<Problem> list() {
    return list.stream().sorted(Problems::inOrder).distinct().toList();
  }

  private static int inOrder(Problem a, Problem b) {
    return a.line() == b.line()
        ? Integer.compare(a.column(), b.column())
        : Integer.compare(a.line(), b.line());
  }
}
