package org.libvirtspm.translator.internal.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** A set of node or CPU numbers in libvirt's notation, such as {@code 0-3,^2}. Immutable. */
public final class NodeSet {

  /** Largest number accepted; libvirt's bitmaps for CPUs and nodes end there. */
  public static final int MAX = 16383;

  /** The empty set. */
  public static final NodeSet NONE = of(IntStream.empty());

  private final BitSet bits;

  private NodeSet(BitSet bits) {
    this.bits = bits;
  }

  /** Returns the set of these numbers. */
  static NodeSet of(IntStream nodes) {
    BitSet bits = new BitSet();
    nodes.forEach(bits::set);
    return new NodeSet(bits);
  }

  /** Returns the set of 0 to {@code end - 1}. */
  static NodeSet upTo(int end) {
    return of(IntStream.range(0, end));
  }

  /**
   * Parses libvirt's notation.
   *
   * @throws BadValueException if the text is empty or not such a set
   */
  public static NodeSet parse(String text) throws BadValueException {
    BitSet bits = new BitSet();
    for (String part : text.split(",", -1)) {
      add(bits, XmlSpace.strip(part), text);
    }
    if (bits.isEmpty()) {
      throw bad(text);
    }
    return new NodeSet(bits);
  }

  /** Parses an attribute's value; empty if the attribute is missing or not readable. */
  public static Optional<NodeSet> in(Optional<Attribute> attribute) {
    try {
      return attribute.isPresent() ? Optional.of(parse(attribute.get().value())) : Optional.empty();
    } catch (BadValueException bad) {
      return Optional.empty();
    }
  }

  private static void add(BitSet bits, String part, String whole) throws BadValueException {
    if (part.startsWith("^")) {
      bits.clear(number(part.substring(1), whole));
      return;
    }
    int dash = part.indexOf('-');
    int first = number(dash < 0 ? part : part.substring(0, dash), whole);
    int last = dash < 0 ? first : number(part.substring(dash + 1), whole);
    if (last < first) {
      throw bad(whole);
    }
    bits.set(first, last + 1);
  }

  private static int number(String digits, String whole) throws BadValueException {
    if (!Digits.are(digits, 5) || Integer.parseInt(digits) > MAX) {
      throw bad(whole);
    }
    return Integer.parseInt(digits);
  }

  private static BadValueException bad(String text) {
    return new BadValueException(
        "'"
            + Excerpt.of(text)
            + "' is not a set of nodes: "
            + Remedy.of("write for example '0-3,^2'"));
  }

  /** True if the set contains the number. */
  public boolean contains(int node) {
    return bits.get(node);
  }

  /** True if the set is empty. */
  public boolean isEmpty() {
    return bits.isEmpty();
  }

  /** Returns the highest number; -1 for the empty set. */
  public int last() {
    return bits.length() - 1;
  }

  /** Returns the count of numbers. */
  public int size() {
    return bits.cardinality();
  }

  /** Returns the numbers in ascending order. */
  public List<Integer> nodes() {
    return bits.stream().boxed().toList();
  }

  /** Returns the difference of two sets. */
  public NodeSet without(NodeSet nodes) {
    BitSet rest = (BitSet) bits.clone();
    rest.andNot(nodes.bits);
    return new NodeSet(rest);
  }

  /** Returns the intersection of two sets. */
  public NodeSet and(NodeSet nodes) {
    BitSet both = (BitSet) nodes.bits.clone();
    both.and(bits);
    return new NodeSet(both);
  }

  /** Returns the ranges of the set, such as {@code 0-1} and {@code 3}. */
  public List<String> runs() {
    List<String> runs = new ArrayList<>();
    for (int first = bits.nextSetBit(0); first >= 0; ) {
      int end = bits.nextClearBit(first);
      runs.add(run(first, end - 1));
      first = bits.nextSetBit(end);
    }
    return runs;
  }

  private static String run(int first, int last) {
    return first == last ? String.valueOf(first) : first + "-" + last;
  }

  /** Formats the set as libvirt does: ascending, with ranges. */
  @Override
  public String toString() {
    return String.join(",", runs());
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof NodeSet set && bits.equals(set.bits);
  }

  @Override
  public int hashCode() {
    return bits.hashCode();
  }
}
