package org.libvirtspm.host.hook;

import java.util.List;
import org.libvirtspm.host.dax.DacLabel;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translating;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/**
 * Inspects a domain's document before start.
 *
 * @param libvirt version of the libvirt that starts the guest; empty if unknown
 */
record Inspection(Host host, String libvirt) {

  /**
   * Determines what a document in step needs of the host.
   *
   * @throws OutOfStep if a new translation is needed
   * @throws Refusal if a new translation would not help
   */
  GuestNeeds look(byte[] xml) throws OutOfStep {
    Document document = read(xml);
    if (!Declaration.isIn(document)) {
      return GuestNeeds.NONE;
    }
    HostTarget target = new HostTarget(host, document, libvirt);
    Translation translation = Translating.translate(document, target, CellReading.DIRECT);
    if (translation.isRefused()) {
      throw Problems.refusal(translation.problems());
    }
    if (!translation.inStep()) {
      throw new OutOfStep(difference(document, translation.cells(), target), uuid(document));
    }
    return new GuestNeeds(
        translation.cells(),
        uuid(document),
        GivenNames.hasPassedBackends(document.root()),
        DacLabel.of(document.root()).map(DacLabel::user).orElse(""));
  }

  private static Document read(byte[] xml) {
    try {
      Document document = DocumentReader.read(SourceText.decode(xml));
      if (!document.root().is("domain")) {
        throw new Refusal(
            "its XML begins with <"
                + document.root().qualifiedName()
                + "> and is no libvirt domain, so that its Specific Purpose Memory can't be"
                + " looked after");
      }
      return document;
    } catch (MalformedException e) {
      throw new Refusal(
          "its XML can't be read, so that its Specific Purpose Memory can't be looked after: "
              + e.getMessage(),
          e);
    }
  }

  private static String difference(Document document, List<SpmCell> cells, HostTarget target) {
    if (!Declaration.isTranslated(document)) {
      return SpecialCells.sentence(cells) + " is declared but not translated";
    }
    return SpecialCells.sentence(cells)
        + " is translated otherwise than declared"
        + target.changed().map(c -> " (" + c + ")").orElse("");
  }

  private static String uuid(Document document) {
    return document
        .root()
        .child("uuid")
        .map(Element::text)
        .filter(text -> text.matches("[0-9a-fA-F-]{36}"))
        .orElse("");
  }
}
