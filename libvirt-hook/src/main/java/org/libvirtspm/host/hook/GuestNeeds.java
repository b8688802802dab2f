package org.libvirtspm.host.hook;

import java.util.List;
import org.libvirtspm.translator.SpmCell;

/**
 * What the guest of a document in step needs of the host.
 *
 * @param cells the SPM cells; empty if the document declares none
 * @param uuid the domain's UUID; empty if the document has none
 * @param bypassesLibvirt true if QEMU opens the paths without libvirt's knowledge
 * @param owner user of the domain's QEMU by its seclabel; empty for the host's default
 */
record GuestNeeds(List<SpmCell> cells, String uuid, boolean bypassesLibvirt, String owner) {

  /** The result for a document without SPM. */
  static final GuestNeeds NONE = new GuestNeeds(List.of(), "", false, "");

  GuestNeeds {
    cells = List.copyOf(cells);
  }
}
