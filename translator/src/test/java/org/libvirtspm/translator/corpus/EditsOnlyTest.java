package org.libvirtspm.translator.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.oracle.SameXml;

/** With SPM every byte outside the edits stays: stretches nobody edits come out in one piece. */
class EditsOnlyTest {
  private static final String DOCUMENT =
      """
      <domain type='kvm'>
        <name>x</name>
        <uuid>6d5bb4f7-3a3f-4d0e-8f2c-1c2a4a0f7b11</uuid>
        <description>spm='on' &amp; more</description>
        <memory unit='GiB'>8</memory>
        <vcpu>2</vcpu>
        <sysinfo type='smbios'>
          <bios>
            <entry name='vendor'>A</entry>
          </bios>
        </sysinfo>
        <os firmware='efi'>
          <type arch='x86_64' machine='q35'>hvm</type>
          <smbios mode='sysinfo'/>
        </os>
        <features>
          <acpi/>
          <apic/>
        </features>
        <cpu mode='host-model'>
          <topology sockets='1' cores='2' threads='1'/>
          <numa>
            <cell id='0' cpus='0-1' memory='4' unit='GiB'/>
            <cell id='1' memory='4' unit='GiB' spm='on'/>
          </numa>
        </cpu>
        <clock offset='utc'/>
        <devices>
          <emulator>/usr/bin/qemu-system-x86_64</emulator>
          <disk type='file' device='disk'>
            <source file='/srv/a.img'/>
            <target dev='vda' bus='virtio'/>
          </disk>
          <console type='pty'/>
        </devices>
      </domain>
      """;

  /** Where edits go; what lies between these is kept. */
  private static final Pattern EDITED =
      Pattern.compile(
          "<domain [^>]*>|</name\\s*>\\s*|</description\\s*>\\s*|<memory.*?</memory\\s*>\\s*|<numa\\s*>.*</numa\\s*>"
              + "|\\s*</devices\\s*>\\s*|\\s*</domain\\s*>",
          Pattern.DOTALL);

  @TestFactory
  Stream<DynamicTest> everyWriting() {
    return OddDocuments.writings().entrySet().stream()
        .flatMap(
            w ->
                GoldenTarget.ALL.stream()
                    .map(
                        t ->
                            dynamicTest(
                                w.getKey() + " for " + t.name(), () -> keeps(w.getValue(), t))));
  }

  private static void keeps(UnaryOperator<String> writing, GoldenTarget target) {
    String in = writing.apply(DOCUMENT);
    Translation result = target.translate(OddDocuments.bytes(in));
    assertEquals(List.of(), result.problems());
    String out = new String(result.document().orElseThrow(), UTF_8);
    int at = 0;
    for (String kept : EDITED.splitAsStream(in).toList()) {
      int found = out.indexOf(kept, at);
      assertTrue(found >= 0, () -> "lost: " + kept + "\nin: " + out);
      at = found + kept.length();
    }
    SameXml.check(
        OddDocuments.bytes(in),
        Translator.untranslate(OddDocuments.bytes(out)).document().orElseThrow());
  }
}
