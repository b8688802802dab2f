package org.libvirtspm.translator.linear;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Translator;

/** Everything the translator does, one after the other, each with what the one before gave. */
final class Steps {
  private static final byte[] REFUSED = {};

  private final Map<String, Work> work = new LinkedHashMap<>();

  private Steps() {}

  /** The work of each step by its name; of a document that is refused no more is asked. */
  static Map<String, Work> of(byte[] document) {
    Steps steps = new Steps();
    steps.take("validate", document, Steps::validate);
    steps.take("untranslate", document, Steps::untranslate);
    steps.take("translate for sp-mem", document, target("sp-mem"));
    steps.thereAndBack(document, "spm", "memmap-type");
    steps.thereAndBack(document, "native", "spm");
    return steps.work;
  }

  private void thereAndBack(byte[] document, String target, String other) {
    byte[] translated = take("translate for " + target, document, target(target));
    take(target + ", then the same", translated, target(target));
    take(target + ", then " + other, translated, target(other));
    take(target + ", then untranslate", translated, Steps::untranslate);
  }

  private byte[] take(String name, byte[] document, UnaryOperator<byte[]> step) {
    if (document.length == 0) {
      return REFUSED;
    }
    Work.Done done = Work.of(document, step);
    work.put(name, done.work());
    return done.document();
  }

  private static byte[] validate(byte[] document) {
    return Translator.validate(document).problems().isEmpty() ? document : REFUSED;
  }

  private static byte[] untranslate(byte[] document) {
    return Translator.untranslate(document).document().orElse(REFUSED);
  }

  private static UnaryOperator<byte[]> target(String name) {
    GoldenTarget target =
        GoldenTarget.ALL.stream().filter(t -> t.name().equals(name)).findFirst().orElseThrow();
    return document -> target.translate(document).document().orElse(REFUSED);
  }
}
