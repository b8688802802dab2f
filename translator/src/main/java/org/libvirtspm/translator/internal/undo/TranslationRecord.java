package org.libvirtspm.translator.internal.undo;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.schema.jaxb.Added;
import org.libvirtspm.schema.jaxb.Changed;
import org.libvirtspm.schema.jaxb.Removed;
import org.libvirtspm.schema.jaxb.Resized;
import org.libvirtspm.translator.internal.step.KeepDeclaration;
import org.libvirtspm.translator.internal.step.WriteTopology;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * What a translation wrote down about itself.
 *
 * @param element our {@code <undo>}; absent when there was nothing to write down
 * @param created names of what the translation made
 * @param removals what it took out, in the order it did so, as are the others
 */
record TranslationRecord(
    Optional<Element> element,
    Set<String> created,
    List<Entry<Removed>> removals,
    List<Entry<Added>> additions,
    List<Entry<Resized>> sizes,
    List<Entry<Changed>> changes) {

  /**
   * One change.
   *
   * @param said its attributes
   * @param element where it stands
   */
  record Entry<T>(T said, Element element) {

    /** A copy or a pattern of the element that was changed. */
    Optional<Element> content() {
      return element.elements().findFirst();
    }
  }

  /** True when the translation made that container. */
  boolean created(String name) {
    return created.contains(name);
  }

  /** True when the translation gave a cell that id, which had none. */
  boolean gaveId(String id) {
    return created(KeepDeclaration.GIVEN_ID + id);
  }

  /** True when the domain had no {@code <numa>}, and the translation made it. */
  boolean madeTopology() {
    return created(WriteTopology.CREATED);
  }

  /** True when the translation declared libvirt's QEMU namespace. */
  boolean declaredNamespace() {
    return created.stream().anyMatch(n -> n.startsWith("xmlns:"));
  }
}
