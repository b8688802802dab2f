package org.libvirtspm.host.live;

/** Domains small enough for an emulated guest. */
final class LiveDomains {

  private LiveDomains() {}

  /** A domain of 512 MiB, and 256 MiB of SPM as the cell says. */
  static String withCell(String name, String cell) {
    return domain(name, "", cell);
  }

  /** A domain of 512 MiB without NUMA nodes. */
  static String withoutNuma(String name) {
    return domain(name, "", "").replaceFirst("(?s) *<numa>.*</numa>\n", "").replace("768", "512");
  }

  /** A domain whose SPM is declared as libvirt keeps it. */
  static String withMetadata(String name, String cell) {
    String declaration =
        "<metadata><spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'>"
            + cell.replaceAll("<(/?)(\\w)", "<$1spm:$2")
            + "</spm:numa></metadata>";
    return domain(name, declaration, "");
  }

  private static String domain(String name, String metadata, String cell) {
    return """
        <domain type='qemu'>
          <name>%s</name>
          %s
          <memory unit='MiB'>768</memory>
          <vcpu>1</vcpu>
          <os>
            <type arch='x86_64' machine='q35'>hvm</type>
            <loader readonly='yes' type='pflash'>/usr/share/OVMF/OVMF_CODE_4M.fd</loader>
            <nvram template='/usr/share/OVMF/OVMF_VARS_4M.fd'/>
          </os>
          <features><acpi/></features>
          <cpu mode='custom' match='exact'>
            <model>qemu64</model>
            <numa>
              <cell id='0' cpus='0' memory='512' unit='MiB'/>
              %s
            </numa>
          </cpu>
          <devices>
            <controller type='usb' model='none'/>
          </devices>
        </domain>
        """
        .formatted(name, metadata, cell);
  }

  /** 256 MiB of SPM from RAM. */
  static String ramCell() {
    return "<cell id='1' memory='256' unit='MiB' spm='on'/>";
  }

  /** 256 MiB of SPM from a file. */
  static String fileCell(String path) {
    return "<cell id='1' memory='256' unit='MiB' spm='on'><source><path>"
        + path
        + "</path></source></cell>";
  }
}
