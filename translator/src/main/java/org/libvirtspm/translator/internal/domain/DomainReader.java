package org.libvirtspm.translator.internal.domain;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.stream.Stream;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Reads a domain with SPM and reports what cannot be read. */
public final class DomainReader {

  private final Document document;
  private final Problems problems;
  private final CellReader cells;

  private DomainReader(Document document, Problems problems, CellReading reading) {
    this.document = document;
    this.problems = problems;
    this.cells = new CellReader(problems, reading);
  }

  /** Reads the domain. The result is complete only if no error was reported. */
  public static Domain read(Document document, Problems problems, CellReading reading) {
    return new DomainReader(document, problems, reading).read();
  }

  private Domain read() {
    Element root = document.root();
    Optional<Element> numa = root.descend("cpu", "numa");
    Optional<Element> declaration = Declaration.metadata(root);
    Stray stray = Stray.in(root);
    stray.refuse(root, problems);
    MisspeltSpm.in(root)
        .forEach(
            a ->
                problems.error(
                    a,
                    "'"
                        + Excerpt.of(a.name())
                        + "' is no attribute of a cell: "
                        + Remedy.of("did you mean " + MisspeltSpm.meant(a))));
    Declaration.checkOurs(root, stray, problems);
    UndeclaredTranslation.check(root, problems);
    declaration.ifPresent(this::checkDeclaration);
    Map<Integer, Cell> byId = new TreeMap<>();
    numa.ifPresent(n -> readCells(n, c -> add(byId, c)));
    declaration.ifPresent(d -> readDeclared(d, byId, numa.isPresent()));
    List<Cell> all = List.copyOf(byId.values());
    if (!problems.refused()) {
      checkPlaces(all);
      checkIds(all);
    }
    return new Domain(document, all, interconnects(numa, declaration), numa, declaration);
  }

  private void checkDeclaration(Element declaration) {
    Declaration.checkSingle(document.root(), problems);
    if (declared(declaration, "cell").findAny().isEmpty()) {
      declared(declaration, "interconnects")
          .forEach(
              e ->
                  problems.error(
                      e,
                      "interconnects without a cell: "
                          + Remedy.of("declare the SPM cells beside them")));
    }
    declared(declaration, "interconnects").forEach(this::checkInterconnects);
    if (!declaration.text().isEmpty()) {
      problems.error(
          declaration,
          "text '"
              + Printable.of(Excerpt.of(declaration.text()))
              + "' in the declaration: "
              + Remedy.of("write it as a <cell>"));
    }
    declaration.elements().stream()
        .filter(e -> !isOurs(declaration, e))
        .forEach(
            e ->
                problems.error(
                    e,
                    "unknown element <"
                        + Excerpt.name(e)
                        + "> in the declaration: it takes cells and interconnects"));
  }

  /** Checks the content of declared interconnects, which the translation rewrites. */
  private void checkInterconnects(Element interconnects) {
    Shape shape = new Shape(problems, "");
    shape.attributes(interconnects, Set.of());
    shape.elements(interconnects, List.of("latency", "bandwidth"));
    interconnects
        .elements()
        .forEach(
            e -> shape.leaf(e, Set.of("initiator", "target", "cache", "type", "value", "unit")));
  }

  private static boolean isOurs(Element declaration, Element e) {
    return (e.namespace().isEmpty() || e.namespace().equals(declaration.namespace()))
        && List.of("cell", "interconnects", "undo").contains(e.localName());
  }

  private static Stream<Element> declared(Element declaration, String name) {
    return declaration.elements().stream()
        .filter(e -> isOurs(declaration, e) && e.localName().equals(name));
  }

  /**
   * Reads the cells of {@code <cpu><numa>}. The default id is the position
   * (virDomainNumaDefParseXML).
   */
  private void readCells(Element numa, Consumer<Cell> taker) {
    List<Element> elements = numa.elements("cell");
    if (elements.isEmpty()) {
      problems.error(
          numa, "<numa> without cells: " + Remedy.of("describe cell 0 in it, or remove it"));
    }
    for (int i = 0; i < elements.size(); i++) {
      cells.read(elements.get(i), i, false).ifPresent(taker);
    }
  }

  /** Reads the cells of the metadata. The default id is the next free one. */
  private void readDeclared(Element declaration, Map<Integer, Cell> byId, boolean hasNuma) {
    List<Element> elements = declared(declaration, "cell").toList();
    Set<Integer> taken = new HashSet<>(byId.keySet());
    elements.forEach(e -> CellReader.givenId(e).ifPresent(taken::add));
    int free = hasNuma ? 0 : 1;
    for (Element e : elements) {
      while (taken.contains(free)) {
        free++;
      }
      cells.read(e, free, true).ifPresent(c -> declare(byId, c));
      if (e.attribute("id").isEmpty()) {
        taken.add(free);
      }
    }
    if (!hasNuma && !elements.isEmpty()) {
      new ImpliedCell(document.root(), problems)
          .read(List.copyOf(byId.values()))
          .ifPresent(c -> byId.putIfAbsent(c.id(), c));
    }
  }

  private void add(Map<Integer, Cell> byId, Cell cell) {
    if (byId.putIfAbsent(cell.id(), cell) != null) {
      problems.error(
          cell.declared(),
          "id",
          "a second cell with id " + cell.id() + ": " + Remedy.of("give it an id of its own"));
    }
  }

  private void declare(Map<Integer, Cell> byId, Cell cell) {
    Cell there = byId.get(cell.id());
    if (there == null) {
      byId.put(cell.id(), cell);
    } else if (there.isInMetadata()) {
      add(byId, cell);
    } else if (there.spm()) {
      problems.error(
          cell.declared(),
          "cell "
              + cell.id()
              + " is declared in <cpu><numa> and in <metadata>: "
              + Remedy.of("keep one of them"));
    } else if (there.sizeKib() != 0 && there.sizeKib() != cell.sizeKib()) {
      problems.error(
          there.declared(),
          "memory",
          "cell "
              + cell.id()
              + " has "
              + WrittenSize.of(there.declared())
              + " here and "
              + WrittenSize.of(cell.declared())
              + " in its declaration in <metadata>: "
              + Remedy.of("make them equal"));
    } else {
      byId.put(cell.id(), cell.withLive(there.declared(), there));
    }
  }

  private void checkPlaces(List<Cell> all) {
    Optional<Cell> elsewhere = all.stream().filter(c -> c.spm() && !c.isInMetadata()).findFirst();
    Optional<Cell> kept = all.stream().filter(c -> c.spm() && c.isInMetadata()).findFirst();
    if (elsewhere.isPresent() && kept.isPresent()) {
      problems.error(
          kept.get().declared(),
          "cell "
              + kept.get().id()
              + " is declared here and cell "
              + elsewhere.get().id()
              + " in <cpu><numa>: "
              + Remedy.of("declare all SPM cells in one place"));
    }
  }

  private void checkIds(List<Cell> all) {
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).id() != i) {
        problems.error(
            all.get(i).declared(),
            "id",
            "there is no cell "
                + i
                + ", and the ids of "
                + all.size()
                + " cells run from 0 to "
                + (all.size() - 1)
                + ": "
                + Remedy.of("give them ids without a gap"));
        return;
      }
    }
  }

  private List<Interconnect> interconnects(Optional<Element> numa, Optional<Element> declaration) {
    InterconnectReader reader = new InterconnectReader(problems);
    List<Element> blocks = new ArrayList<>();
    numa.ifPresent(n -> blocks.addAll(n.elements("interconnects")));
    declaration.ifPresent(d -> declared(d, "interconnects").forEach(blocks::add));
    if (blocks.isEmpty()) {
      return List.of();
    }
    return blocks.stream()
        .flatMap(e -> e.elements().stream())
        .filter(e -> e.localName().equals("latency") || e.localName().equals("bandwidth"))
        .map(reader::read)
        .flatMap(Optional::stream)
        .sorted((a, b) -> Integer.compare(a.element().span().start(), b.element().span().start()))
        .toList();
  }
}
