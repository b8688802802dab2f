package org.libvirtspm.host.check;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.translator.SpmCell;

/** Checks whether the requested host nodes exist. */
final class HostNodesCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (SpmCell cell : subject.cells()) {
      findings.addAll(missing(subject, cell));
    }
    return findings;
  }

  private static List<Finding> missing(Subject subject, SpmCell cell) {
    return cell.hostNodes().stream()
        .filter(n -> !Files.isDirectory(subject.host().at("/sys/devices/system/node/node" + n)))
        .map(
            n ->
                Finding.error(
                        Code.HOST_NODE,
                        "node " + cell.id() + ": this host has no node " + n,
                        "libvirt and QEMU refuse to take memory from it",
                        "numactl --hardware shows the nodes there are")
                    .atNode(cell.id()))
        .toList();
  }
}
