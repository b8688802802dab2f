package org.libvirtspm.host.demo;

import java.io.IOException;
import java.util.Map;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/** Translates a document for the programs of a testbed. */
final class DemoTranslation {

  /** The dialect of stock QEMU. */
  static final String DIALECT = "sp-mem";

  private DemoTranslation() {}

  /**
   * The document as libvirt gets it; what there is to say of it is told.
   *
   * @param name of the document, for people
   */
  static byte[] of(byte[] document, String name, Map<String, String> versions, Story story)
      throws IOException {
    Target target = new Target(Dialect.find(DIALECT).orElseThrow(), Versions.libvirt(versions));
    Translation result = Translator.translate(document, emulator -> target);
    if (result.document().isEmpty()) {
      Problem problem = result.problems().get(0);
      throw new IOException(name + " is refused: " + problem.message());
    }
    result.problems().forEach(p -> story.line(p.severity().word() + ": " + p.message()));
    return result.document().get();
  }
}
