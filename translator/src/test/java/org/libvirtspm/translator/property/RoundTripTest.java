package org.libvirtspm.translator.property;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Optional;
import net.jqwik.api.Arbitrary;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.Provide;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.oracle.ExtendedSchema;
import org.libvirtspm.translator.oracle.LibvirtDump;
import org.libvirtspm.translator.oracle.LibvirtIndentation;

/** Generated domains come back from every target, by the straight way and through libvirt. */
class RoundTripTest {
  @Provide
  Arbitrary<String> domains() {
    return Domains.any();
  }

  @Property(tries = 150, seed = "20261122")
  void comesBack(@ForAll("domains") String document) {
    byte[] in = document.getBytes(UTF_8);
    assertTrue(LibvirtIndentation.isIn(in));
    assertEquals(Optional.empty(), ExtendedSchema.complaint(in));
    boolean translated = false;
    for (GoldenTarget target : GoldenTarget.ALL) {
      Optional<byte[]> out = target.translate(in).document();
      out.ifPresent(o -> comesBack(in, o, target));
      translated |= out.isPresent();
    }
    assertTrue(translated, "every target refused it");
  }

  private static void comesBack(byte[] in, byte[] out, GoldenTarget target) {
    assertEquals(Optional.empty(), ExtendedSchema.complaint(out));
    same(out, target.translate(out));
    same(in, Translator.untranslate(out));
    Translation back = Translator.untranslate(LibvirtDump.of(out));
    assertEquals(text(LibvirtDump.of(in)), text(LibvirtDump.of(back.document().orElseThrow())));
    assertEquals(List.of(), back.problems());
  }

  private static void same(byte[] expected, Translation result) {
    assertEquals(text(expected), text(result.document().orElseThrow()));
  }

  private static String text(byte[] bytes) {
    return new String(bytes, UTF_8);
  }
}
