package org.libvirtspm.translator.internal;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.dialect.Procedure;
import org.libvirtspm.translator.internal.plan.OptionValue;
import org.libvirtspm.translator.internal.step.Step;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/** Translations with one wrong step, whose mistakes no document shows by itself. */
class RoundTripCheckTest {

  private static final String DOMAIN =
      """
      <domain type='kvm'><metadata></metadata><memory unit='GiB'>2</memory>
        <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
        <features><acpi/></features>
        <cpu><numa>
          <cell id='0' cpus='0-1' memory='1' unit='GiB'/>
          <cell  id='1' memory='1' unit='GiB' spm='on'/></numa></cpu>
        <title>x</title>
        <devices><emulator>/usr/bin/qemu-system-x86_64</emulator></devices>
      </domain>
      """;

  private static Translation translate(Step more) {
    try {
      return Translating.translate(
          DocumentReader.read(SourceText.decode(DOMAIN.getBytes(UTF_8))),
          new Target(Dialect.named("spm"), LibvirtVersion.UNKNOWN),
          (target, domain) -> withFirst(more, Translating.procedure(target, domain)));
    } catch (MalformedException e) {
      throw new AssertionError(e);
    }
  }

  private static Procedure withFirst(Step more, Procedure procedure) {
    List<Step> steps = new ArrayList<>(List.of(more));
    steps.addAll(procedure.steps());
    return new Procedure(procedure.rules(), steps);
  }

  private static List<String> said(Translation result) {
    return result.problems().stream().map(RoundTripCheckTest::at).toList();
  }

  private static String at(Problem p) {
    return p.format("x.xml");
  }

  @Test
  void acceptsWhatComesBack() {
    assertEquals(List.of(), said(translate((domain, plan) -> {})));
  }

  @Test
  void refusesWhatIsNotWrittenDown() {
    Step forgetful =
        (domain, plan) -> plan.editor().remove(domain.root().child("title").orElseThrow());
    assertEquals(
        List.of(
            "x.xml:7:3: error: a translation of this domain would come back with other XML here:"
                + " simplify it"),
        said(translate(forgetful)));
  }

  @Test
  void refusesWhatCannotBeUndone() {
    Step repeating =
        (domain, plan) -> plan.argument("-m", OptionValue.ofPairs().with("size", "1G"));
    assertEquals(
        List.of(
            "x.xml:1:1: error: a translation of this domain could not be undone: argument 'size=1G'"
                + " was added to what a translation says about the same: remove one of them"),
        said(translate(repeating)));
    assertEquals("remove one of them", translate(repeating).problems().get(0).remedy());
  }

  @Test
  void refusesWhatIsOtherwiseTheSecondTime() {
    AtomicInteger times = new AtomicInteger();
    Step counting =
        (domain, plan) -> {
          if (times.incrementAndGet() > 1) {
            plan.argument("-set", OptionValue.of("x"));
          }
        };
    assertEquals(
        List.of(
            "x.xml:1:1: error: a translation of this domain would not stay as it is when it is"
                + " repeated"),
        said(translate(counting)));
  }
}
