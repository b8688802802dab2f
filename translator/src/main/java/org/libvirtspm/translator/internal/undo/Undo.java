package org.libvirtspm.translator.internal.undo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.libvirtspm.translator.Form;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.check.SingleElements;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/**
 * Undoes a translation, also after libvirt has reformatted the document: removes what the
 * translation added, restores what it replaced from the record, and keeps all else as it is now.
 */
public final class Undo {

  private final Document document;
  private final Element declaration;
  private final TranslationRecord record;
  private final Editor editor;
  private final Paths paths = new Paths();
  private final Problems problems;

  private Undo(Document document, Element declaration, Problems problems) {
    this.document = document;
    this.declaration = declaration;
    this.record = RecordReader.read(declaration, problems);
    this.editor = new Editor(document);
    this.problems = problems;
  }

  /** Returns the extended XML. It is meaningful only if no error was reported. */
  public static String undo(Document document, Problems problems) {
    Element declaration = Declaration.metadata(document.root()).orElseThrow();
    Undo undo = new Undo(document, declaration, problems);
    undo.check();
    return problems.refused() ? "" : undo.undo();
  }

  /** True if the extended XML declares fewer cells than the translation names. */
  public static boolean lacksCells(Document extended, Document translated) {
    Optional<Element> declaration = Declaration.metadata(translated.root());
    Stream<Element> now =
        Stream.concat(
            extended.root().descend("cpu", "numa").stream()
                .flatMap(n -> n.elements("cell").stream())
                .filter(Undo::isMarked),
            Declaration.metadata(extended.root()).stream()
                .flatMap(d -> DeclaredCells.of(d).stream()));
    return now.count() < declaration.map(DeclaredCells::of).orElse(List.of()).size();
  }

  private static boolean isMarked(Element cell) {
    return XmlSpace.strip(cell.value("spm").orElse("")).equals("on");
  }

  private void check() {
    Declaration.checkSingle(document.root(), problems);
    SingleElements.check(document.root(), problems);
    checkOneOf("form", Form.NATIVE.word(), Form.PASSTHROUGH.word());
    checkOneOf("declared", "cell", "metadata");
    if (!declaredInMetadata()) {
      DeclaredCells.of(declaration).forEach(this::checkMark);
    }
  }

  /** Refuses a restored cell without its mark, which would be ordinary memory. */
  private void checkMark(Element cell) {
    if (!isMarked(cell)) {
      problems.setNode(cell, cell.value("id").orElse(""));
      problems.error(
          cell,
          "spm",
          "cell "
              + Excerpt.of(cell.value("id").orElse(""))
              + " of a translation has no spm='on': "
              + Remedy.of("restore the metadata"));
    }
  }

  private void checkOneOf(String attribute, String... values) {
    String value = declaration.value(attribute).orElse("");
    if (!List.of(values).contains(value)) {
      problems.error(
          declaration,
          attribute,
          attribute
              + "='"
              + Excerpt.of(value)
              + "' of a translation is none of ours: "
              + Remedy.of("restore the metadata"));
    }
  }

  private String undo() {
    Element root = document.root();
    Gone gone = new Gone(root, record, paths, problems);
    new Generated(root, isNative(), editor, paths, problems).remove(record);
    new QemuArguments(root, declaration, record, editor, problems).remove(record.created("hmat"));
    new Additions(document, editor, paths, problems).remove(record);
    if (isNative()) {
      refuseOtherDevices();
    }
    if (record.madeTopology()) {
      new MadeTopology(root, editor, problems).remove();
    }
    removeDeclaration();
    Containers.remove(root, record, editor);
    new Sizes(document, declaration, record, editor, paths, problems).restore();
    new Attributes(document, editor, paths, gone, problems).restore(record);
    if (declaredInMetadata() && (isNative() || record.madeTopology())) {
      new MadeCells(root, declaration, paths, problems).check(record);
    } else if (isNative()) {
      new NativeCells(document, declaration, record, editor, paths, problems).restore();
    }
    new Removals(document, declaration, record, editor, paths, gone, problems).restore();
    Containers.collapse(root, editor);
    if (problems.refused()) {
      return "";
    }
    if (editor.hasConflict()) {
      problems.error(
          record.element().orElse(declaration),
          "the <undo> record cannot be carried out: "
              + Remedy.of("restore the metadata (it changes one place twice)"));
      return "";
    }
    return editor.apply();
  }

  /** Refuses memory devices that are left in an SPM node: its own was found by its alias. */
  private void refuseOtherDevices() {
    Set<String> ids = DeclaredCells.byId(declaration).keySet();
    for (Element devices : document.root().descend("devices").stream().toList()) {
      devices.elements("memory").stream()
          .filter(m -> !editor.isRemoved(m))
          .forEach(
              m ->
                  m.descend("target", "node")
                      .filter(node -> ids.contains(XmlSpace.strip(node.text())))
                      .ifPresent(node -> refuseOther(node, XmlSpace.strip(node.text()))));
    }
  }

  private void refuseOther(Element node, String id) {
    problems.error(
        node,
        "memory device on node "
            + Excerpt.of(id)
            + " is not that of the translation, whose alias is "
            + GivenNames.DEVICE
            + Excerpt.of(id)
            + ": "
            + Remedy.of("give it that alias, or remove it"));
  }

  private boolean declaredInMetadata() {
    return DeclaredCells.areAuthors(declaration);
  }

  private boolean isNative() {
    return declaration.value("form").filter(Form.NATIVE.word()::equals).isPresent();
  }

  /**
   * Refuses declared cells without a removal in the record; in the native form cells stay in place.
   */
  private void refuseAddedCells() {
    Set<String> moved = new HashSet<>();
    record.removals().forEach(r -> moved.add(String.valueOf(r.said().getCell())));
    DeclaredCells.of(declaration).stream()
        .filter(c -> !isNative() && !moved.remove(c.value("id").orElse("")))
        .forEach(new LaterAdditions(problems)::refuseChild);
  }

  private void removeDeclaration() {
    if (!declaredInMetadata()) {
      new LaterAdditions(problems).refuseOn(declaration);
      refuseAddedCells();
      editor.remove(declaration);
      return;
    }
    for (String name : new String[] {"dialect", "form", "declared"}) {
      Optional<Attribute> attribute = declaration.attribute(name);
      attribute.ifPresent(editor::removeAttribute);
    }
    DeclaredCells.of(declaration).stream()
        .flatMap(c -> c.attribute("id").stream())
        .filter(id -> record.gaveId(id.value()))
        .forEach(editor::removeAttribute);
    record.element().ifPresent(editor::remove);
  }
}
