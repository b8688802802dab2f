package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.libvirtspm.translator.Result;
import org.libvirtspm.translator.Translator;
import org.libvirtspm.translator.domain.Declaration;
import org.libvirtspm.translator.xml.Document;
import org.libvirtspm.translator.xml.DocumentReader;
import org.libvirtspm.translator.xml.RefusedException;
import org.libvirtspm.translator.xml.SourceText;

/** Before a guest is restored or migrates to this host: makes its document right for the host. */
final class Arrival {

  private Arrival() {}

  static HookAnswer answer(HookCall call, byte[] xml) throws IOException {
    if (call.quick()) {
      return HookAnswer.lookCloser();
    }
    Document document = read(xml);
    if (!Declaration.isIn(document)) {
      return HookAnswer.go();
    }
    HookConfig config = HookConfig.read(call.host().configuration());
    byte[] renamed = new Renaming(document, config).text().getBytes(StandardCharsets.UTF_8);
    String libvirt = LibvirtdVersion.of(call.host().at("/proc"), call.libvirtPid());
    byte[] fresh =
        Declaration.isTranslated(document)
            ? inStep(call, renamed, libvirt)
            : translated(call, renamed, libvirt);
    return Arrays.equals(fresh, xml)
        ? HookAnswer.go()
        : HookAnswer.go(new String(fresh, StandardCharsets.UTF_8));
  }

  private static byte[] translated(HookCall call, byte[] xml, String libvirt) {
    Result result = Translator.translate(xml, new HostTarget(call.host(), read(xml), libvirt));
    return result.document().orElseThrow(() -> Problems.refusal(result.problems()));
  }

  /**
   * The guest that arrives has its memory already, and keeps its form whatever this host would
   * choose: the document stays as it is, but for names that are others here.
   */
  private static byte[] inStep(HookCall call, byte[] xml, String libvirt) {
    HostTarget target = new HostTarget(call.host(), read(xml), libvirt);
    Result result = Translator.translate(xml, target);
    byte[] translated = result.document().orElseThrow(() -> Problems.refusal(result.problems()));
    if (!Arrays.equals(translated, xml)) {
      throw new Refusal(
          SpecialCells.of(xml).sentence()
              + " is translated otherwise than this host needs it"
              + target.changed().map(c -> " (" + c + ")").orElse("")
              + "; a guest can't change it while it runs: shut it down where it was, and start it"
              + " here");
    }
    return xml;
  }

  private static Document read(byte[] xml) {
    try {
      return DocumentReader.read(SourceText.decode(xml));
    } catch (RefusedException e) {
      throw new Refusal("its XML can't be read: " + e.getMessage(), e);
    }
  }
}
