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
 * The record of a translation.
 *
 * @param element the {@code <undo>}; empty if there was nothing to record
 * @param created names of what the translation created
 * @param removals removals in the order they happened, like the other lists
 */
record TranslationRecord(
    Optional<Element> element,
    Set<String> created,
    List<Entry<Removed>> removals,
    List<Entry<Added>> additions,
    List<Entry<Resized>> sizes,
    List<Entry<Changed>> changes) {

  /**
   * One recorded change.
   *
   * @param said its attributes
   * @param element its element
   */
  record Entry<T>(T said, Element element) {

    /** Returns the contained copy or pattern of the changed element. */
    Optional<Element> content() {
      return element.firstElement();
    }
  }

  /** True if the translation created that container. */
  boolean created(String name) {
    return created.contains(name);
  }

  /** True if the translation added that id to a cell. */
  boolean gaveId(String id) {
    return created(KeepDeclaration.GIVEN_ID + id);
  }

  /** True if the translation created the {@code <numa>}. */
  boolean madeTopology() {
    return created(WriteTopology.CREATED);
  }

  /** True if the translation declared libvirt's QEMU namespace. */
  boolean declaredNamespace() {
    return created.stream().anyMatch(n -> n.startsWith("xmlns:"));
  }
}
