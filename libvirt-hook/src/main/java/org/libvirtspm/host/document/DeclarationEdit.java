package org.libvirtspm.host.document;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import java.util.Set;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.plan.DomainOrder;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Changes the declaration in extended XML and keeps the rest of the text. */
public final class DeclarationEdit {

  /**
   * A cell to add.
   *
   * @param node its id; empty for the next free one
   * @param path file or device on the host; empty for anonymous host memory
   * @param alignKib alignment of the mapping in KiB
   * @param pageKib size of huge pages in KiB
   * @param nodemask host nodes in libvirt's notation
   */
  public record NewCell(
      OptionalInt node,
      long sizeKib,
      Optional<String> path,
      OptionalLong alignKib,
      OptionalLong pageKib,
      Optional<String> nodemask) {}

  private final Domain domain;
  private final Editor editor;

  private DeclarationEdit(Domain domain) {
    this.domain = domain;
    this.editor = new Editor(domain.document());
  }

  /** Adds a cell: to the metadata, unless the other SPM cells are in {@code <cpu><numa>}. */
  public static byte[] added(Domain domain, NewCell cell) {
    DeclarationEdit edit = new DeclarationEdit(domain);
    edit.add(cell);
    return edit.text();
  }

  /** Removes SPM cells and what refers only to them. */
  public static byte[] without(Domain domain, List<Cell> cells) {
    DeclarationEdit edit = new DeclarationEdit(domain);
    edit.remove(cells);
    return edit.text();
  }

  private byte[] text() {
    return editor.apply().getBytes(StandardCharsets.UTF_8);
  }

  private void add(NewCell cell) {
    Optional<Cell> beside = domain.spmCells().stream().filter(c -> !c.isInMetadata()).findFirst();
    if (beside.isPresent()) {
      Element numa = beside.get().declared().parent();
      List<Element> cells = numa.elements("cell");
      int index = numa.children().indexOf(cells.get(cells.size() - 1)) + 1;
      int id = cell.node().orElse(domain.cells().size());
      editor.insert(numa, index, markup("", cell, OptionalInt.of(id)).with("spm", "on"));
    } else if (domain.declaration().isPresent()) {
      extend(domain.declaration().get(), cell);
    } else {
      declare(cell);
    }
  }

  private void extend(Element declaration, NewCell cell) {
    Optional<Element> like = declaration.elements().stream().findFirst();
    String prefix =
        like.map(Element::prefix).filter(p -> !p.isEmpty()).map(p -> p + ":").orElse("");
    List<Element> cells =
        declaration.elements().stream().filter(e -> e.localName().equals("cell")).toList();
    int index =
        cells.isEmpty() ? 0 : declaration.children().indexOf(cells.get(cells.size() - 1)) + 1;
    editor.insert(declaration, index, markup(prefix, cell, cell.node()));
  }

  private void declare(NewCell cell) {
    NewElement numa =
        NewElement.named("spm:numa")
            .with("xmlns:spm", Declaration.NAMESPACE)
            .with(markup("", cell, cell.node()));
    Element root = domain.root();
    root.child("metadata")
        .ifPresentOrElse(
            metadata -> editor.append(metadata, numa),
            () ->
                editor.insert(
                    root,
                    DomainOrder.index(root, "metadata"),
                    NewElement.named("metadata").with(numa)));
  }

  private static NewElement markup(String prefix, NewCell cell, OptionalInt id) {
    NewElement e = NewElement.named(prefix + "cell");
    id.ifPresent(i -> e.with("id", String.valueOf(i)));
    e.with("memory", MemorySize.number(cell.sizeKib()))
        .with("unit", MemorySize.unit(cell.sizeKib()));
    NewElement source = NewElement.named(prefix + "source");
    cell.path().ifPresent(p -> source.with(NewElement.named(prefix + "path").text(p)));
    cell.alignKib()
        .ifPresent(
            kib -> source.with(MemorySize.write(NewElement.named(prefix + "alignsize"), kib)));
    cell.pageKib()
        .ifPresent(
            kib -> source.with(MemorySize.write(NewElement.named(prefix + "pagesize"), kib)));
    cell.nodemask().ifPresent(n -> source.with(NewElement.named(prefix + "nodemask").text(n)));
    return source.isEmpty() ? e : e.with(source);
  }

  private void remove(List<Cell> cells) {
    Set<String> ids = new HashSet<>();
    for (Cell cell : cells) {
      editor.remove(cell.declared());
      cell.live().ifPresent(editor::remove);
      ids.add(String.valueOf(cell.id()));
    }
    forget(ids);
    domain.declaration().ifPresent(this::removeEmpty);
  }

  /** Removes a declaration without cells, and metadata without content. */
  private void removeEmpty(Element declaration) {
    boolean declares =
        declaration.elements().stream()
            .anyMatch(e -> e.localName().equals("cell") && !editor.isRemoved(e));
    if (!declares) {
      editor.remove(declaration);
      if (editor.isEmptied(declaration.parent())) {
        editor.remove(declaration.parent());
      }
    }
  }

  /** Removes distances, latencies and bandwidths from and to the nodes of these ids. */
  private void forget(Set<String> ids) {
    List<Element> parents = new ArrayList<>();
    domain.cells().forEach(c -> parents.addAll(named(c.declared(), "distances")));
    domain.numa().ifPresent(n -> parents.addAll(named(n, "interconnects")));
    domain.declaration().ifPresent(d -> parents.addAll(named(d, "interconnects")));
    for (Element parent : parents) {
      parent.elements().stream().filter(e -> namesAny(e, ids)).forEach(editor::remove);
      if (editor.isEmptied(parent)) {
        editor.remove(parent);
      }
    }
  }

  private static List<Element> named(Element parent, String name) {
    return parent.elements().stream().filter(e -> e.localName().equals(name)).toList();
  }

  private static boolean namesAny(Element e, Set<String> ids) {
    return List.of("id", "initiator", "target").stream()
        .flatMap(name -> e.attribute(name).stream())
        .map(Attribute::value)
        .anyMatch(value -> ids.contains(XmlSpace.strip(value)));
  }
}
