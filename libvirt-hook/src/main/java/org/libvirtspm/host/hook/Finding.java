package org.libvirtspm.host.hook;

import java.util.List;
import org.libvirtspm.translator.SpmCell;

/**
 * What a look at a document found: it is in step, and this is what it needs of the host.
 *
 * @param cells the SPM cells; empty for a document that declares none
 * @param uuid the domain's; empty when the document has none
 * @param bypassesLibvirt whether QEMU opens the paths without libvirt knowing of them
 * @param owner user of the domain's QEMU by its own seclabel; empty for the host's default
 */
record Finding(List<SpmCell> cells, String uuid, boolean bypassesLibvirt, String owner) {

  /** Of a document without SPM. */
  static final Finding NONE = new Finding(List.of(), "", false, "");

  Finding {
    cells = List.copyOf(cells);
  }
}
