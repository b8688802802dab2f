package org.libvirtspm.testbed;

import java.util.List;
import java.util.Random;
import org.libvirtspm.testbed.Domain.Cell;

/** HMAT of generated domains: initiators have vCPUs, each pair and kind is stated once. */
final class Interconnects {
  private Interconnects() {}

  static void add(Domain d, Random r) {
    List<Cell> initiators = d.cells.stream().filter(Interconnects::hasVcpus).toList();
    for (Cell from : initiators) {
      for (Cell to : d.cells) {
        if (!both(from, to) && (to.spm() || r.nextBoolean())) {
          pair(d, r, from, to);
        }
      }
    }
  }

  /** libvirt 11.3 and 12.8 take a link one way for a repetition of the link the other way. */
  private static boolean both(Cell from, Cell to) {
    return hasVcpus(to) && from.id() > to.id();
  }

  private static boolean hasVcpus(Cell cell) {
    return cell.attributes().stream().anyMatch(a -> a.startsWith("cpus="));
  }

  /** Either "access" or "read" and "write" for a pair. */
  private static void pair(Domain d, Random r, Cell from, Cell to) {
    List<String> types = r.nextInt(3) == 0 ? List.of("read", "write") : List.of("access");
    boolean bandwidth = r.nextInt(3) > 0;
    String link = " initiator='%d' target='%d'".formatted(from.id(), to.id());
    for (String type : types) {
      d.interconnects.add(latency(link, type, 1 + r.nextInt(500)));
    }
    if (to.has("cache")) {
      d.interconnects.add(latency(link + " cache='1'", "access", 1 + r.nextInt(9)));
    }
    for (String type : bandwidth ? types : List.<String>of()) {
      String unit = List.of("KiB", "MiB", "MB", "GiB").get(r.nextInt(4));
      d.interconnects.add(
          "<bandwidth%s type='%s' value='%d' unit='%s'/>"
              .formatted(link, type, 1 + r.nextInt(4000), unit));
    }
  }

  private static String latency(String link, String type, int nanoseconds) {
    return "<latency%s type='%s' value='%d'/>".formatted(link, type, nanoseconds);
  }

  static void addCaches(Domain d, Random r) {
    for (Cell cell : d.cells) {
      if (cell.spm() || r.nextBoolean()) {
        cell.children()
            .add(
                "<cache level='1' associativity='%s' policy='%s'><size value='%d' unit='%s'/><line value='%d' unit='B'/></cache>"
                    .formatted(
                        List.of("none", "direct", "full").get(r.nextInt(3)),
                        List.of("none", "writeback", "writethrough").get(r.nextInt(3)),
                        1 + r.nextInt(64),
                        List.of("KiB", "MiB").get(r.nextInt(2)),
                        8 << r.nextInt(4)));
      }
    }
  }
}
