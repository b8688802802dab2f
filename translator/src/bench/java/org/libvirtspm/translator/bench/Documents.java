package org.libvirtspm.translator.bench;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.List;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.SpmTranslator;
import org.libvirtspm.translator.golden.GoldenCase;

/** What the benchmarks translate. */
final class Documents {

  private static final String DISK =
      """
          <disk type='file' device='disk'>
            <driver name='qemu' type='qcow2'/>
            <source file='/var/lib/libvirt/images/guest.qcow2'/>
            <target dev='sd%x' bus='scsi'/>
          </disk>
      """;

  private Documents() {}

  static SpmTranslator translator(String dialect) {
    return SpmTranslator.forTarget(Dialect.named(dialect), LibvirtVersion.parse("12.8.0"));
  }

  /** The goldens of at most 8 KiB with cells in place that every target takes, marked or not. */
  static List<byte[]> golden() {
    return GoldenCase.all().stream()
        .map(GoldenCase::document)
        .filter(d -> d.length <= 8192 && isInPlace(new String(d, UTF_8)))
        .filter(d -> Dialect.all().stream().noneMatch(x -> isRefused(x, d)))
        .toList();
  }

  private static boolean isInPlace(String text) {
    return text.contains("spm='on'") && !text.contains("://libvirt-spm.org/");
  }

  private static boolean isRefused(Dialect dialect, byte[] document) {
    SpmTranslator translator = translator(dialect.name());
    // Whoever writes spm="&#111;n" still has a mark.
    return translator.translate(document).isRefused()
        || !translator.translate(ordinary(document)).inStep();
  }

  /** The document without its marks, which is an ordinary domain's. */
  static byte[] ordinary(byte[] document) {
    return new String(document, UTF_8).replace("spm='on'", "").getBytes(UTF_8);
  }

  static byte[] withDisks(int disks) {
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < disks; i++) {
      text.append(DISK.formatted(i));
    }
    String cells =
        """
        <cell id='0' cpus='0-1' memory='1' unit='GiB'/>
              <cell id='1' memory='1' unit='GiB' spm='on'/>""";
    return domain(2, cells, text.toString());
  }

  /** All cells but the last are ordinary, of one vCPU each. */
  static byte[] withDistances(int cells) {
    StringBuilder text = new StringBuilder();
    for (int id = 0; id < cells; id++) {
      String of = id == cells - 1 ? " spm='on'" : " cpus='" + id + "'";
      text.append("<cell id='" + id + "'" + of + " memory='1' unit='GiB'>\n        <distances>\n");
      for (int to = 0; to < cells; to++) {
        int value = id == to ? 10 : 20 + Math.abs(id - to);
        text.append("          <sibling id='" + to + "' value='" + value + "'/>\n");
      }
      text.append("        </distances>\n      </cell>\n      ");
    }
    return domain(cells, text.toString().strip(), "");
  }

  private static byte[] domain(int gib, String cells, String devices) {
    int vcpus = cells.split("<cell").length - 2;
    String text =
        """
        <domain type='kvm'>
          <name>guest</name>
          <memory unit='GiB'>%d</memory>
          <vcpu>%d</vcpu>
          <os><type arch='x86_64' machine='q35'>hvm</type></os>
          <cpu mode='host-model'>
            <numa>
              %s
            </numa>
          </cpu>
          <devices>
            <emulator>/usr/bin/qemu-system-x86_64</emulator>
        %s  </devices>
        </domain>
        """;
    return text.formatted(gib, Math.max(vcpus, 2), cells, devices).getBytes(UTF_8);
  }

  /** Returns the translation. What is refused would make a figure of nothing. */
  static byte[] ready(SpmTranslator translator, byte[] document) {
    return translator.translate(document).document().orElseThrow();
  }
}
