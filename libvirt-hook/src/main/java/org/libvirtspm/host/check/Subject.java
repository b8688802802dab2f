package org.libvirtspm.host.check;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.translator.domain.Cell;

/**
 * A domain to be checked, and the host it is to run on.
 *
 * @param translated the document libvirt gets
 * @param cells its SPM cells
 * @param emulator the path of its emulator, given or libvirt's default
 * @param users other domains by the path they use; a running one ends in {@code (running)}
 */
public record Subject(
    DomainDocument translated,
    List<Cell> cells,
    Optional<String> emulator,
    Map<String, List<String>> users,
    HostFiles host) {

  /** True when libvirt does not know of the memory's backends, only QEMU does. */
  public boolean isHiddenFromLibvirt() {
    return translated.form().filter("passthrough"::equals).isPresent()
        && translated.dialect().filter("sp-mem"::equals).isEmpty();
  }
}
