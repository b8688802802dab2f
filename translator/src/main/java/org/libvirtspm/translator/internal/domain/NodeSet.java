package org.libvirtspm.translator.internal.domain;

import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** A set of node numbers in libvirt's notation, such as {@code 0-3,^2}. */
public final class NodeSet {

  /** Larger numbers are refused; libvirt's own bitmaps for CPUs and nodes end there. */
  public static final int MAX = 16383;

  /** No nodes. */
  public static final NodeSet NONE = of(IntStream.empty());

  private final BitSet bits;

  private NodeSet(BitSet bits) {
    this.bits = bits;
  }

  /** The set of these nodes. */
  static NodeSet of(IntStream nodes) {
    BitSet bits = new BitSet();
    nodes.forEach(bits::set);
    return new NodeSet(bits);
  }

  /** The set of all nodes below a number. */
  static NodeSet upTo(int end) {
    return of(IntStream.range(0, end));
  }

  /**
   * Reads libvirt's notation.
   *
   * @throws BadValueException when it is empty or not such a set
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

  /** The set an attribute holds; empty when there is none, or it is not to be read. */
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
    if (!digits.matches("[0-9]{1,5}") || Integer.parseInt(digits) > MAX) {
      throw bad(whole);
    }
    return Integer.parseInt(digits);
  }

  private static BadValueException bad(String text) {
    return new BadValueException(
        "'" + text + "' is not a set of nodes: " + Remedy.of("write for example '0-3,^2'"));
  }

  /** True when the node is in the set. */
  public boolean contains(int node) {
    return bits.get(node);
  }

  /** True without any node. */
  public boolean isEmpty() {
    return bits.isEmpty();
  }

  /** The highest node; -1 without any. */
  public int last() {
    return bits.length() - 1;
  }

  /** How many nodes there are. */
  public int size() {
    return bits.cardinality();
  }

  /** The nodes in ascending order. */
  public List<Integer> nodes() {
    return bits.stream().boxed().toList();
  }

  /** The set without these nodes. */
  public NodeSet without(NodeSet nodes) {
    BitSet rest = (BitSet) bits.clone();
    rest.andNot(nodes.bits);
    return new NodeSet(rest);
  }

  /** The nodes that are in both sets. */
  public NodeSet and(NodeSet nodes) {
    BitSet both = (BitSet) nodes.bits.clone();
    both.and(bits);
    return new NodeSet(both);
  }

  /** The runs of the set, such as {@code 0-1} and {@code 3}. */
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

  /** Ascending, runs shortened, as libvirt formats it. */
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
