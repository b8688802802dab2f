package org.libvirtspm.translator.internal.xml;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.OptionalInt;

/** Replacements in a text; characters outside of them are unchanged. */
final class Edits {

  /**
   * A replacement.
   *
   * @param whole true if an element is replaced together with edits inside it
   */
  private record Edit(Span span, String replacement, boolean whole) implements Comparable<Edit> {

    @Override
    public int compareTo(Edit other) {
      if (span.start() != other.span.start()) {
        return Integer.compare(span.start(), other.span.start());
      }
      return isInsertion() == other.isInsertion()
          ? Boolean.compare(other.whole, whole)
          : Boolean.compare(other.isInsertion(), isInsertion());
    }

    private boolean isInsertion() {
      return span.end() == span.start();
    }
  }

  private final List<Edit> edits = new ArrayList<>();
  private long length;

  void replace(Span span, String replacement) {
    add(new Edit(span, replacement, false));
  }

  /** Replaces a whole element; edits inside it are ignored. */
  void replaceWhole(Span span, String replacement) {
    add(new Edit(span, replacement, true));
  }

  private void add(Edit edit) {
    length += edit.replacement().length();
    TooLongException.check(length);
    edits.add(edit);
  }

  void insert(int offset, String addition) {
    replace(new Span(offset, offset), addition);
  }

  /** Returns the offset of the first edit that overlaps its predecessor, if any. */
  OptionalInt conflict() {
    Collections.sort(edits);
    int at = 0;
    boolean whole = false;
    for (Edit e : edits) {
      if (e.span().start() >= at) {
        at = e.span().end();
        whole = e.whole();
      } else if (!whole || e.span().end() > at) {
        return OptionalInt.of(e.span().start());
      }
    }
    return OptionalInt.empty();
  }

  /**
   * Applies the edits.
   *
   * @throws IllegalStateException if two edits overlap
   */
  String apply(String chars) {
    conflict()
        .ifPresent(
            at -> {
              throw new IllegalStateException("two edits at offset " + at);
            });
    StringBuilder out = new StringBuilder(chars.length() + 1024);
    int at = 0;
    for (Edit e : edits) {
      if (e.span().start() >= at) {
        out.append(chars, at, e.span().start()).append(e.replacement());
        at = e.span().end();
      }
    }
    return out.append(chars, at, chars.length()).toString();
  }
}
