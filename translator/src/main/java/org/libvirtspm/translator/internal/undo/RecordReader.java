package org.libvirtspm.translator.internal.undo;

import java.util.ArrayList;
import java.util.LinkedHashSet;
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
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Reads a record into the schema's classes, as JAXB does, and refuses invalid entries. */
final class RecordReader {

  /** Types of attributes, as in the schema. */
  private enum Type {
    INT,
    LONG,
    STRING
  }

  /**
   * Grammar of an entry.
   *
   * @param needed required attributes
   * @param allowed optional attributes
   * @param place the attribute that is a path; null for none
   * @param instead the attribute that replaces the contained element; null for none
   * @param subjects what the entry may be about: a path and its content
   */
  private record Grammar(
      Map<String, Type> needed,
      Map<String, Type> allowed,
      String place,
      String instead,
      Pattern subjects) {

    Type type(String attribute) {
      return needed.getOrDefault(attribute, allowed.get(attribute));
    }
  }

  private static final Map<String, Grammar> ENTRIES =
      Map.of(
          "removed",
          new Grammar(
              Map.of("from", Type.STRING, "at", Type.INT),
              Map.of("cell", Type.INT, "text", Type.INT, "space", Type.STRING),
              "from",
              "cell",
              Pattern.compile(
                  "numatune(/memnode)?|memoryBacking/hugepages(/page)?|metadata/numa"
                      + "|cpu/numa/(cell|interconnects(/(latency|bandwidth))?)"
                      + "|cpu/numa/cell:[^/]+/distances(/sibling)?"
                      + "|devices/(memballoon|(controller|hostdev):[^/]+/alias)"
                      + "|devices/(controller:[^/]+/target(/node)?|hostdev:[^/]+/acpi)")),
          "added",
          new Grammar(
              Map.of("to", Type.STRING),
              Map.of(),
              "to",
              null,
              Pattern.compile(
                  "memoryBacking(/locked)?|devices(/memballoon)?"
                      + "|cpu/numa/(cell|interconnects(/(latency|bandwidth))?)"
                      + "|devices/(controller|hostdev):[^/]+/alias")),
          "resized",
          new Grammar(
              Map.of("wrote", Type.LONG, "spm", Type.LONG),
              Map.of(),
              null,
              null,
              Pattern.compile("memory|currentMemory|maxMemory")),
          "changed",
          new Grammar(
              Map.of("at", Type.STRING, "index", Type.INT, "was", Type.STRING),
              Map.of("now", Type.STRING),
              "at",
              "was",
              Pattern.compile(
                  "cpu/numa/cell:[^/]+/@(memory|spm)|devices/hostdev:[^/]+/acpi/@nodeset"
                      + "|memoryBacking/hugepages/page:[^/]+/@nodeset")));

  private static final Pattern CREATED =
      Pattern.compile(
          "xmlns:[^\\s]+|id:[0-9]{1,9}|metadata|cpu|topology|devices|override|commandline|hmat");

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private final Problems problems;
  private final Set<String> created = new LinkedHashSet<>();
  private final List<Entry<Removed>> removals = new ArrayList<>();
  private final List<Entry<Added>> additions = new ArrayList<>();
  private final List<Entry<Resized>> sizes = new ArrayList<>();
  private final List<Entry<Changed>> changes = new ArrayList<>();

  private RecordReader(Problems problems) {
    this.problems = problems;
  }

  /** Returns the record of a declaration, without refused entries. */
  static TranslationRecord read(Element declaration, Problems problems) {
    RecordReader reader = new RecordReader(problems);
    Optional<Element> undo =
        declaration.elements().stream().filter(e -> e.localName().equals("undo")).findFirst();
    undo.ifPresent(reader::read);
    return new TranslationRecord(
        undo, reader.created, reader.removals, reader.additions, reader.sizes, reader.changes);
  }

  private void read(Element undo) {
    for (Attribute a : undo.attributes()) {
      if (!a.declaresNamespace() && !a.name().equals("created")) {
        refuse(undo, a);
      }
    }
    for (String name : SPACE.split(XmlSpace.strip(undo.value("created").orElse("")), -1)) {
      if (CREATED.matcher(name).matches()) {
        created.add(name);
      } else if (!name.isEmpty()) {
        refuse(undo, "created='" + Excerpt.of(name) + "'");
      }
    }
    if (!undo.text().isEmpty()) {
      refuse(undo, "text");
    }
    undo.elements().forEach(this::entry);
  }

  private void entry(Element e) {
    Grammar grammar = ENTRIES.get(e.localName());
    if (grammar == null || !isOurs(e)) {
      refuse(e, "<" + Excerpt.name(e) + ">");
    } else if (isWritten(e, grammar)) {
      add(e);
    }
  }

  /** True for an element in no namespace, or in the declaration's default namespace. */
  private static boolean isOurs(Element e) {
    return e.namespace().isEmpty() || e.namespace().equals(Declaration.NAMESPACE);
  }

  private boolean isWritten(Element e, Grammar grammar) {
    boolean right = true;
    int needed = 0;
    for (Attribute a : e.attributes()) {
      right &= a.declaresNamespace() || isWritten(e, a, grammar.type(a.name()));
      needed += grammar.needed().containsKey(a.name()) ? 1 : 0;
    }
    if (needed != grammar.needed().size() || !e.text().isEmpty() || !holdsOne(e, grammar)) {
      refuse(e, "<" + Excerpt.name(e) + "> as it stands here");
      return false;
    }
    String subject = subject(e, grammar);
    if (!grammar.subjects().matcher(subject).matches()) {
      refuse(e, "<" + Excerpt.name(e) + "> of '" + Excerpt.of(subject) + "'");
      return false;
    }
    return right;
  }

  /** True if an entry holds one element, or none where an attribute stands for it. */
  private static boolean holdsOne(Element e, Grammar grammar) {
    boolean stands = grammar.instead() != null && e.attribute(grammar.instead()).isPresent();
    List<Element> held = e.elements();
    return stands ? held.isEmpty() : held.size() == 1 && isOurs(held.get(0));
  }

  /** Returns the subject of an entry: a path to an element or, with {@code @}, to an attribute. */
  private static String subject(Element e, Grammar grammar) {
    String place = grammar.place() == null ? Paths.ROOT : e.value(grammar.place()).orElseThrow();
    String name =
        e.firstElement()
            .map(Element::localName)
            .or(() -> e.value("was").map(was -> "@" + Attributes.name(was)))
            .orElse("cell");
    return place.equals(Paths.ROOT) ? name : place + "/" + name;
  }

  private boolean isWritten(Element e, Attribute a, Type type) {
    boolean known =
        type != null
            && (type != Type.INT || Digits.are(a.value(), 9))
            && (type != Type.LONG || Digits.are(a.value(), 18));
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
        at,
        what
            + " in <undo> is nothing that a translation writes: "
            + Remedy.of("restore the metadata"));
  }

  private void add(Element e) {
    switch (e.localName()) {
      case "removed" -> removals.add(new Entry<>(RecordFilling.removed(e), e));
      case "added" -> additions.add(new Entry<>(RecordFilling.added(e), e));
      case "resized" -> sizes.add(new Entry<>(RecordFilling.resized(e), e));
      default -> changes.add(new Entry<>(RecordFilling.changed(e), e));
    }
  }
}
