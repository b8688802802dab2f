package org.libvirtspm.host.hook;

import java.nio.charset.StandardCharsets;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.Translator;

/** Domains of 512 MiB, and an SPM cell of as much. */
final class Documents {

  static final String UUID = "11111111-2222-3333-4444-555555555555";

  private Documents() {}

  /** As its author wrote it; an empty path stands for RAM. */
  static String extended(String name, String path) {
    String source =
        path.isEmpty()
            ? ""
            : "<source><path>" + path + "</path><alignsize unit='MiB'>2</alignsize></source>";
    return """
        <domain type='kvm' id='7'>
          <name>%s</name>
          <uuid>%s</uuid>
          <memory unit='KiB'>1048576</memory>
          <vcpu>1</vcpu>
          <os>
            <type arch='x86_64' machine='q35'>hvm</type>
            <loader readonly='yes' type='pflash'>/ovmf.fd</loader>
          </os>
          <features>
            <acpi/>
          </features>
          <cpu>
            <numa>
              <cell id='0' cpus='0' memory='524288' unit='KiB'/>
              <cell id='1' memory='524288' unit='KiB' spm='on'>%s</cell>
            </numa>
          </cpu>
          <devices>
            <memballoon model='none'/>
          </devices>
        </domain>
        """
        .formatted(name, UUID, source);
  }

  /** Translated for stock QEMU and libvirt 12.8. */
  static String translated(String name, String path) {
    return translated(name, path, "sp-mem");
  }

  static String translated(String name, String path, String dialect) {
    return translated(name, path, dialect, new LibvirtVersion(12, 8, 0));
  }

  /** Translated for stock QEMU and an older libvirt. */
  static String passedThrough(String name) {
    return translated(name, "", "sp-mem", new LibvirtVersion(11, 3, 0));
  }

  /** Of a cell that is bound as no other, for stock QEMU and an older libvirt. */
  static String bound(String name, String path) {
    String numatune =
        "<vcpu>1</vcpu><numatune><memnode cellid='1' mode='strict' nodeset='0'/></numatune>";
    return translated(
        extended(name, path).replace("<vcpu>1</vcpu>", numatune),
        "sp-mem",
        new LibvirtVersion(11, 3, 0));
  }

  /** Of two SPM cells. */
  static String ofTwo(String name, String path, String other) {
    String cell = extended("", other).replaceFirst("(?s).*(<cell id='1'.*</cell>).*", "$1");
    return translated(
        extended(name, path)
            .replace("</numa>", cell.replace("'1'", "'2'") + "</numa>")
            .replace("<memory unit='KiB'>1048576<", "<memory unit='KiB'>1572864<"),
        "sp-mem",
        new LibvirtVersion(12, 8, 0));
  }

  private static String translated(
      String name, String path, String dialect, LibvirtVersion libvirt) {
    return translated(extended(name, path), dialect, libvirt);
  }

  private static String translated(String extended, String dialect, LibvirtVersion libvirt) {
    Target target = new Target(Dialect.find(dialect).orElseThrow(), libvirt);
    byte[] document = extended.getBytes(StandardCharsets.UTF_8);
    return new String(
        Translator.translate(document, emulator -> target).document().orElseThrow(),
        StandardCharsets.UTF_8);
  }
}
