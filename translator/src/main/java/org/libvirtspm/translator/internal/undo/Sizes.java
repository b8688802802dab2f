package org.libvirtspm.translator.internal.undo;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.libvirtspm.schema.jaxb.Resized;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.BadValueException;
import org.libvirtspm.translator.internal.domain.MemoryDeviceSizes;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Markup;
import org.libvirtspm.translator.internal.xml.NewElement;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Restores the domain's sizes: the old text if nothing has changed since, otherwise the current
 * size plus the SPM.
 */
final class Sizes {

  private final Document document;
  private final Editor editor;
  private final Paths paths;
  private final Problems problems;
  private final List<Entry<Resized>> sizes;
  private final Set<Element> restored = new HashSet<>();
  private final long spmKib;
  private final long cells;
  private final long ownDevicesKib;
  private final boolean madeTopology;
  private final boolean declaredInMetadata;

  Sizes(
      Document document,
      Element declaration,
      TranslationRecord record,
      Editor editor,
      Paths paths,
      Problems problems) {
    this.document = document;
    this.sizes = record.sizes();
    this.madeTopology = record.madeTopology();
    this.ownDevicesKib = MemoryDeviceSizes.sumKib(document.root(), d -> !editor.isRemoved(d));
    this.editor = editor;
    this.paths = paths;
    this.problems = problems;
    List<Element> declared = DeclaredCells.of(declaration);
    this.spmKib = sumKib(declared);
    this.cells = declared.size();
    this.declaredInMetadata = DeclaredCells.areAuthors(declaration);
  }

  /** Returns the sum of the cells' sizes, 8 EiB if it is more. */
  private static long sumKib(List<Element> cells) {
    long sum = 0;
    for (Element c : cells) {
      long kib = MemorySize.alignCellKib(kib(c.value("memory").orElse(""), c));
      sum = Math.min(sum + kib, MemorySize.MAX_KIB);
    }
    return sum;
  }

  void restore() {
    sizes.forEach(this::restore);
  }

  private void restore(Entry<Resized> entry) {
    Optional<Element> was = entry.content();
    if (was.filter(w -> w.is("maxMemory")).isEmpty()) {
      checkSpm(entry);
    }
    Optional<Element> live = was.flatMap(w -> paths.child(document.root(), w.localName()));
    if (live.isEmpty() || !restored.add(live.get())) {
      return;
    }
    live.get()
        .elements()
        .forEach(
            e ->
                problems.error(
                    e, "<" + Excerpt.name(e) + "> in a size: " + Remedy.of("remove it")));
    if (madeTopology && !live.get().is("maxMemory")) {
      boolean known = hasAttributesOf(was.get(), live.get());
      restoreWithoutCells(
          live.get(), was.get(), known, known && entry.said().getWrote() == kib(live.get()));
      return;
    }
    boolean untouched =
        entry.said().getWrote() == kib(live.get())
            && entry.said().getSpm() == spmKib
            && hasAttributesOf(was.get(), live.get());
    if (live.get().is("maxMemory") && was.get().text().isEmpty()) {
      removeMaximum(live.get(), was.get(), entry.said().getWrote());
    } else if (live.get().is("maxMemory")) {
      restoreMaximum(live.get(), was.get(), untouched);
    } else if (untouched && !was.get().text().isEmpty()) {
      editor.replace(live.get(), Markup.copy(document, was.get()));
    } else {
      editor.replace(live.get(), sized(live.get(), kib(live.get()) + spmKib));
    }
  }

  /**
   * Refuses a recorded SPM size that differs from the sum of the cells, if these are copies. An
   * unreadable size has a problem of its own.
   */
  private void checkSpm(Entry<Resized> entry) {
    boolean differs = spmKib > 0 && entry.said().getSpm() != spmKib;
    if (differs && !declaredInMetadata && !problems.refused()) {
      problems.error(
          entry.element(),
          "spm",
          "spm in <undo> is not the "
              + spmKib
              + " KiB that the cells beside it have: "
              + Remedy.of("restore the metadata"));
    }
  }

  /**
   * Restores {@code <memory>} of a domain without cells: memory of cell 0 and of its own devices.
   */
  private void restoreWithoutCells(Element live, Element was, boolean known, boolean untouched) {
    if (live.is("memory")) {
      long cellKib = MadeTopology.cellZeroKib(document.root()).orElse(0);
      boolean same = known && MemorySize.alignCellKib(kib(was) - ownDevicesKib) == cellKib;
      editor.replace(
          live, same ? Markup.copy(document, was) : sized(live, cellKib + ownDevicesKib));
    } else if (untouched && was.text().isEmpty()) {
      editor.remove(live);
    } else if (untouched) {
      editor.replace(live, Markup.copy(document, was));
    }
  }

  private void restoreMaximum(Element live, Element was, boolean untouched) {
    long slots = slots(live);
    if (untouched && slots == slots(was) + cells) {
      editor.replace(live, Markup.copy(document, was));
    } else {
      live.attribute("slots")
          .filter(a -> slots > 0)
          .ifPresent(a -> editor.setValue(a, String.valueOf(Math.max(0, slots - cells))));
    }
  }

  /** Removes a maximum that the translation wrote; a maximum that was changed since stays. */
  private void removeMaximum(Element live, Element made, long wroteKib) {
    long slots = slots(live) - slots(made);
    if (slots == 0 && kib(live) == wroteKib && attributes(live).isEmpty()) {
      editor.remove(live);
    } else if (slots > 0) {
      live.attribute("slots").ifPresent(a -> editor.setValue(a, String.valueOf(slots)));
    } else {
      problems.error(
          live,
          "<maxMemory> was changed after the translation, from "
              + MemorySize.words(wroteKib)
              + " with slots='"
              + slots(made)
              + "': "
              + Remedy.of("undo that change, or add slots for devices of yours"));
    }
  }

  private static long slots(Element maximum) {
    return maximum.value("slots").filter(s -> Digits.are(s, 9)).map(Long::valueOf).orElse(0L);
  }

  /** True if no attribute has been changed or added; libvirt drops some, but never dumpCore. */
  private static boolean hasAttributesOf(Element was, Element live) {
    for (Attribute a : attributes(live)) {
      if (!has(was, a)) {
        return false;
      }
    }
    return live.value("dumpCore").equals(was.value("dumpCore"));
  }

  /** True if an element has such an attribute too; a declaration of a namespace counts as one. */
  private static boolean has(Element e, Attribute wanted) {
    for (Attribute a : e.attributes()) {
      if (a.name().equals(wanted.name()) && a.value().equals(wanted.value())) {
        return true;
      }
    }
    return false;
  }

  /** The attributes that a translation keeps. */
  private static List<Attribute> attributes(Element size) {
    return size.attributes().stream()
        .filter(a -> !a.name().equals("unit") && !a.name().equals("slots"))
        .toList();
  }

  private static NewElement sized(Element like, long kib) {
    NewElement e = NewElement.named(like.localName());
    like.attributes().stream()
        .filter(a -> !a.name().equals("unit"))
        .forEach(a -> e.with(a.name(), a.value()));
    return e.with("unit", "KiB").text(String.valueOf(kib));
  }

  private static long kib(Element e) {
    return kib(e.text(), e);
  }

  private static long kib(String number, Element e) {
    try {
      return MemorySize.kib(number, e.value("unit").orElse(""));
    } catch (BadValueException bad) {
      return 0;
    }
  }
}
