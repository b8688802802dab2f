package org.libvirtspm.translator.internal.undo;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.libvirtspm.schema.jaxb.Added;
import org.libvirtspm.schema.jaxb.Changed;
import org.libvirtspm.schema.jaxb.Removed;
import org.libvirtspm.schema.jaxb.Resized;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;

/** Reads a record into the schema's classes, as JAXB does, and refuses what is none. */
final class RecordReader {

  /** The types of attributes, as in the schema. */
  private enum Type {
    PLACE,
    INT,
    LONG,
    STRING
  }

  /**
   * What an entry is made of.
   *
   * @param needed its attributes
   * @param allowed attributes that it may have besides
   * @param holdsElement whether it holds an element
   */
  private record Grammar(
      Map<String, Type> needed, Map<String, Type> allowed, boolean holdsElement) {

    Type type(String attribute) {
      return needed.getOrDefault(attribute, allowed.get(attribute));
    }
  }

  private static final Map<String, Grammar> ENTRIES =
      Map.of(
          "removed",
          new Grammar(
              Map.of("from", Type.PLACE, "at", Type.INT),
              Map.of("cell", Type.INT, "text", Type.INT, "space", Type.STRING),
              true),
          "added",
          new Grammar(Map.of("to", Type.PLACE), Map.of(), true),
          "resized",
          new Grammar(Map.of("wrote", Type.LONG, "spm", Type.LONG), Map.of(), true),
          "changed",
          new Grammar(
              Map.of("at", Type.PLACE, "index", Type.INT, "was", Type.STRING),
              Map.of("now", Type.STRING),
              false));

  private static final Pattern INT = Pattern.compile("[0-9]{1,9}");
  private static final Pattern LONG = Pattern.compile("[0-9]{1,18}");

  private final Problems problems;
  private final List<Entry<Removed>> removals = new ArrayList<>();
  private final List<Entry<Added>> additions = new ArrayList<>();
  private final List<Entry<Resized>> sizes = new ArrayList<>();
  private final List<Entry<Changed>> changes = new ArrayList<>();

  private RecordReader(Problems problems) {
    this.problems = problems;
  }

  /** The record in a declaration; entries that are refused are left out. */
  static TranslationRecord read(Element declaration, Problems problems) {
    RecordReader reader = new RecordReader(problems);
    Optional<Element> undo =
        declaration.elements().filter(e -> e.localName().equals("undo")).findFirst();
    undo.ifPresent(reader::read);
    String names = undo.flatMap(e -> e.value("created")).orElse("");
    return new TranslationRecord(
        undo,
        new HashSet<>(Arrays.asList(names.split("\\s+"))),
        reader.removals,
        reader.additions,
        reader.sizes,
        reader.changes);
  }

  private void read(Element undo) {
    undo.attributes().stream()
        .filter(a -> !a.declaresNamespace() && !a.name().equals("created"))
        .forEach(a -> refuse(undo, a));
    if (!undo.text().isEmpty()) {
      refuse(undo, "text");
    }
    undo.elements().forEach(this::entry);
  }

  private void entry(Element e) {
    Grammar grammar = ENTRIES.get(e.localName());
    if (grammar == null || !Set.of("", Declaration.NAMESPACE).contains(e.namespace())) {
      refuse(e, "<" + Excerpt.name(e) + ">");
    } else if (isWritten(e, grammar)) {
      add(e);
    }
  }

  private boolean isWritten(Element e, Grammar grammar) {
    boolean right = true;
    for (Attribute a : e.attributes()) {
      right &= a.declaresNamespace() || isWritten(e, a, grammar.type(a.name()));
    }
    boolean whole = grammar.needed().keySet().stream().allMatch(n -> e.attribute(n).isPresent());
    boolean holds = grammar.holdsElement() && e.attribute("cell").isEmpty();
    if (!whole || !e.text().isEmpty() || e.elements().count() != (holds ? 1 : 0)) {
      refuse(e, "<" + Excerpt.name(e) + "> as it stands here");
      return false;
    }
    return right;
  }

  private boolean isWritten(Element e, Attribute a, Type type) {
    if (type == Type.PLACE && !Paths.isPlace(a.value())) {
      problems.error(
          e, a.name(), a.name() + " in <undo> is no place in a domain: restore the metadata");
      return false;
    }
    boolean known =
        type != null
            && (type != Type.INT || INT.matcher(a.value()).matches())
            && (type != Type.LONG || LONG.matcher(a.value()).matches());
    if (!known) {
      refuse(e, a);
    }
    return known;
  }

  private void refuse(Element at, Attribute a) {
    refuse(at, Excerpt.of(a.name()) + "='" + Excerpt.of(a.value()) + "'");
  }

  private void refuse(Element at, String what) {
    problems.error(
        at, what + " in <undo> is nothing that a translation writes: restore the metadata");
  }

  private void add(Element e) {
    switch (e.localName()) {
      case "removed" -> removals.add(new Entry<>(removed(e), e));
      case "added" -> additions.add(new Entry<>(added(e), e));
      case "resized" -> sizes.add(new Entry<>(resized(e), e));
      default -> changes.add(new Entry<>(changed(e), e));
    }
  }

  static Removed removed(Element e) {
    Removed removed = new Removed();
    e.value("from").ifPresent(removed::setFrom);
    e.value("at").map(Long::valueOf).ifPresent(removed::setAt);
    e.value("cell").map(Long::valueOf).ifPresent(removed::setCell);
    e.value("text").map(Long::valueOf).ifPresent(removed::setText);
    e.value("space").ifPresent(removed::setSpace);
    return removed;
  }

  static Added added(Element e) {
    Added added = new Added();
    e.value("to").ifPresent(added::setTo);
    return added;
  }

  static Resized resized(Element e) {
    Resized resized = new Resized();
    e.value("wrote").map(Long::valueOf).ifPresent(resized::setWrote);
    e.value("spm").map(Long::valueOf).ifPresent(resized::setSpm);
    return resized;
  }

  static Changed changed(Element e) {
    Changed changed = new Changed();
    e.value("at").ifPresent(changed::setAt);
    e.value("index").map(Long::valueOf).ifPresent(changed::setIndex);
    e.value("was").ifPresent(changed::setWas);
    e.value("now").ifPresent(changed::setNow);
    return changed;
  }
}
