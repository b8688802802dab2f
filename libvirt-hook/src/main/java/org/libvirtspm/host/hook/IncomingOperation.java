package org.libvirtspm.host.hook;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translating;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/**
 * Handles {@code restore} and {@code migrate}: renames paths and emulators to this host's, and
 * translates the document if it is not a translation yet.
 */
final class IncomingOperation {

  private IncomingOperation() {}

  static HookAnswer answer(HookCall call, byte[] xml) {
    try {
      Document document = DocumentReader.read(SourceText.decode(xml));
      return Declaration.isIn(document) ? answer(call, xml, document) : HookAnswer.go();
    } catch (MalformedException e) {
      throw new Refusal("its XML can't be read: " + e.getMessage(), e);
    }
  }

  private static HookAnswer answer(HookCall call, byte[] xml, Document document)
      throws MalformedException {
    HookConfig config = HookConfig.read(call.host().configuration());
    Document renamed = new Renaming(document, config).document();
    String libvirt = LibvirtdVersion.of(call.host().at("/proc"), call.libvirtPid());
    byte[] fresh = translated(renamed, new HostTarget(call.host(), renamed, libvirt));
    return Arrays.equals(fresh, xml)
        ? HookAnswer.go()
        : HookAnswer.go(new String(fresh, StandardCharsets.UTF_8));
  }

  /**
   * Translates a document that is not translated. A translated one is unchanged or refused: the
   * running guest keeps the form of its memory.
   */
  private static byte[] translated(Document document, HostTarget target) {
    Translation translation = Translating.translate(document, target, CellReading.DIRECT);
    byte[] fresh =
        translation.document().orElseThrow(() -> Problems.refusal(translation.problems()));
    if (Declaration.isTranslated(document) && !translation.inStep()) {
      throw new Refusal(
          SpecialCells.sentence(translation.cells())
              + " is translated otherwise than this host needs it"
              + target.changed().map(c -> " (" + c + ")").orElse("")
              + "; a guest can't change it while it runs: shut it down where it was, and start it"
              + " here");
    }
    return fresh;
  }
}
