package org.libvirtspm.translator.internal.undo;

import java.util.Optional;
import java.util.regex.Pattern;
import org.libvirtspm.schema.jaxb.Changed;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.plan.Paths;
import org.libvirtspm.translator.internal.undo.TranslationRecord.Entry;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Editor;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;
import org.libvirtspm.translator.internal.xml.XmlSpace;

/** Restores the old values of attributes. */
final class Attributes {

  private static final Pattern SOURCE =
      Pattern.compile("\\s+[\\w.-]+\\s*=\\s*('[^'<]*'|\"[^\"<]*\")");

  private final Document document;
  private final Editor editor;
  private final Paths paths;
  private final Gone gone;
  private final Problems problems;

  Attributes(Document document, Editor editor, Paths paths, Gone gone, Problems problems) {
    this.document = document;
    this.editor = editor;
    this.paths = paths;
    this.gone = gone;
    this.problems = problems;
  }

  void restore(TranslationRecord record) {
    record.changes().forEach(this::restore);
  }

  /** Returns the name of an attribute given as text. */
  static String name(String was) {
    return XmlSpace.strip(was).split("[\\s=]", 2)[0];
  }

  private void restore(Entry<Changed> entry) {
    String place = entry.said().getAt();
    String was = entry.said().getWas();
    String name = name(was);
    Optional<Element> e = paths.find(document.root(), place);
    if (!SOURCE.matcher(was).matches()) {
      problems.error(
          entry.element(),
          "was=\""
              + Excerpt.of(was)
              + "\" in <undo> is no attribute: "
              + Remedy.of("restore the metadata"));
      return;
    }
    if (e.isEmpty()) {
      restoreElement(entry, place);
      return;
    }
    Optional<Attribute> live = e.get().attribute(name);
    Optional<String> now = Optional.ofNullable(entry.said().getNow());
    if (!live.map(Attribute::value).equals(now)) {
      problems.error(
          e.get(),
          Excerpt.of(name)
              + " of "
              + Excerpt.of(place)
              + " was changed after the translation, from '"
              + Excerpt.of(now.orElse(""))
              + "' to '"
              + Excerpt.of(live.map(Attribute::value).orElse(""))
              + "': "
              + Remedy.of("undo that change, and make it in the extended XML"));
    } else if (live.isPresent()) {
      editor.replaceAttribute(live.get(), XmlSpace.strip(was));
    } else {
      editor.addAttributeText(e.get(), Math.toIntExact(entry.said().getIndex()), was);
    }
  }

  /** Restores an {@code <acpi>} that libvirt before 11.8 dropped because it has a nodeset only. */
  private void restoreElement(Entry<Changed> entry, String place) {
    if (place.startsWith("cpu/numa/cell:") || gone.check(place, entry)) {
      return;
    }
    int slash = place.lastIndexOf('/');
    Element parent = paths.find(document.root(), place.substring(0, slash)).orElseThrow();
    String was = XmlSpace.strip(entry.said().getWas());
    editor.append(
        parent,
        (out, indent, step) -> out.append("<" + place.substring(slash + 1) + " " + was + "/>"));
  }
}
