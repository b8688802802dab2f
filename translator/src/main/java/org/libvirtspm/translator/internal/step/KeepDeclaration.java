package org.libvirtspm.translator.internal.step;

import java.util.Optional;
import org.libvirtspm.translator.Form;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.plan.Plan;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Markup;
import org.libvirtspm.translator.internal.xml.NewElement;

/** Writes the declaration and the record into the metadata, which libvirt keeps. */
public final class KeepDeclaration implements Step {

  /** Prefix in the record for the id of a cell that had none. */
  public static final String GIVEN_ID = "id:";

  private final String dialect;
  private final Form form;

  /** Takes dialect and form for the declaration's attributes. */
  public KeepDeclaration(String dialect, Form form) {
    this.dialect = dialect;
    this.form = form;
  }

  @Override
  public void apply(Domain domain, Plan plan) {
    Optional<Element> declaration = domain.declaration();
    if (declaration.isPresent() && declares(declaration.get())) {
      extend(declaration.get(), domain, plan);
    } else {
      declaration.ifPresent(plan::remove);
      write(domain, plan);
    }
  }

  /** False for a declaration without cells: then the cells are declared elsewhere. */
  private static boolean declares(Element declaration) {
    return declaration.elements().stream().anyMatch(e -> e.localName().equals("cell"));
  }

  private void extend(Element declaration, Domain domain, Plan plan) {
    giveIds(domain, plan);
    String attributes = " dialect='" + dialect + "' form='" + form.word() + "' declared='metadata'";
    plan.editor().addAttributeText(declaration, declaration.attributes().size(), attributes);
    if (!plan.journal().isEmpty()) {
      String prefix = declaration.firstElement().map(Element::prefix).orElse("");
      String name = prefix.isEmpty() ? "undo" : prefix + ":undo";
      NewElement record = plan.journal().markup(name);
      plan.editor()
          .append(declaration, hasForeignDefault(declaration) ? record.with("xmlns", "") : record);
    }
  }

  /** Writes ids into cells without one, so that they keep them when others are added. */
  private static void giveIds(Domain domain, Plan plan) {
    for (Cell cell : domain.spmCells()) {
      if (cell.declared().attribute("id").isEmpty()) {
        plan.editor().addAttributeText(cell.declared(), 0, " id='" + cell.id() + "'");
        plan.journal().created(GIVEN_ID + cell.id());
      }
    }
  }

  /** True if the default namespace is foreign: the record's unprefixed content would be in it. */
  private static boolean hasForeignDefault(Element declaration) {
    return declaration.attributes().stream()
        .filter(a -> a.name().equals("xmlns"))
        .anyMatch(a -> !a.value().isEmpty() && !a.value().equals(Declaration.NAMESPACE));
  }

  private void write(Domain domain, Plan plan) {
    NewElement numa =
        NewElement.named("spm:numa")
            .with("xmlns:spm", Declaration.NAMESPACE)
            .with("dialect", dialect)
            .with("form", form.word())
            .with("declared", "cell");
    for (Cell cell : domain.spmCells()) {
      numa.with(copy(domain, cell, plan));
    }
    Optional<Element> metadata = domain.root().child("metadata");
    if (metadata.isEmpty()) {
      plan.journal().created("metadata");
    }
    if (!plan.journal().isEmpty()) {
      numa.with(plan.journal().markup("undo"));
    }
    if (metadata.isPresent()) {
      plan.editor().append(metadata.get(), numa);
    } else {
      plan.addTop("metadata", NewElement.named("metadata").with(numa));
    }
  }

  private static Markup copy(Domain domain, Cell cell, Plan plan) {
    if (cell.declared().attribute("id").isPresent()) {
      return Markup.copy(domain.document(), cell.declared());
    }
    String id = String.valueOf(cell.id());
    plan.journal().created(GIVEN_ID + id);
    return Markup.copyWith(domain.document(), cell.declared(), "id", id);
  }
}
