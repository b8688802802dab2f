package org.libvirtspm.host.hook;

import java.util.Arrays;
import java.util.Optional;
import org.libvirtspm.translator.Result;
import org.libvirtspm.translator.Translator;
import org.libvirtspm.translator.domain.Declaration;
import org.libvirtspm.translator.xml.Document;
import org.libvirtspm.translator.xml.DocumentReader;
import org.libvirtspm.translator.xml.Element;
import org.libvirtspm.translator.xml.RefusedException;
import org.libvirtspm.translator.xml.SourceText;

/**
 * A full look at a domain's document.
 *
 * @param libvirt the version that will start the guest; empty when unknown
 */
record Inspection(Host host, String libvirt) {

  /**
   * Finds what a document in step needs of the host.
   *
   * @throws OutOfStep if it should be translated afresh
   * @throws Refusal if that would not help
   */
  Finding look(byte[] xml) throws OutOfStep {
    Document document = read(xml);
    if (!Declaration.isIn(document)) {
      return Finding.NONE;
    }
    HostTarget target = new HostTarget(host, document, libvirt);
    Result result = Translator.translate(xml, target);
    byte[] translated = result.document().orElseThrow(() -> Problems.refusal(result.problems()));
    SpecialCells cells = SpecialCells.of(xml);
    if (!Arrays.equals(translated, xml)) {
      throw new OutOfStep(difference(document, cells, target), uuid(document));
    }
    return new Finding(
        cells.list(),
        uuid(document),
        target.bypassesLibvirt(),
        owner(document),
        target.emulatorId());
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
    } catch (RefusedException e) {
      throw new Refusal(
          "its XML can't be read, so that its Specific Purpose Memory can't be looked after: "
              + e.getMessage(),
          e);
    }
  }

  private static String difference(Document document, SpecialCells cells, HostTarget target) {
    if (!Declaration.isTranslated(document)) {
      return cells.sentence() + " is declared but not translated";
    }
    return cells.sentence()
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

  /** The user part of a label such as {@code +107:+107} that libvirt's DAC driver will use. */
  private static String owner(Document document) {
    return document.root().elements("seclabel").stream()
        .filter(s -> s.value("model").filter("dac"::equals).isPresent())
        .flatMap(s -> s.child("label").stream())
        .map(label -> label.text().split(":", 2)[0])
        .findFirst()
        .orElse("");
  }

  /** The emulator's text, if the document names one. */
  static Optional<String> emulator(Document document) {
    return document.root().descend("devices", "emulator").map(Element::text);
  }
}
