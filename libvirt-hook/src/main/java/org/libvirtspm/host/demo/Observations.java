package org.libvirtspm.host.demo;

import static org.libvirtspm.translator.internal.domain.MemorySize.rounded;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

/** Compares a domain's declaration with a guest's report. */
public final class Observations {

  private static final long KIB = 1024;

  /** Maximum memory of a node used by kernel, firmware and tables, in KiB. */
  private static final long KERNEL_KIB = 160 * 1024;

  /** The hole between 640 KiB and 1 MiB, in KiB. */
  private static final long LOW_HOLE_KIB = 384;

  private final Declared declared;
  private final GuestReport report;
  private final Srat srat;
  private final List<Observation> observations = new ArrayList<>();

  private Observations(Declared declared, GuestReport report) {
    this.declared = declared;
    this.report = report;
    this.srat = report.srat();
  }

  /** Returns an observation for each declared property. */
  public static List<Observation> of(Declared declared, GuestReport report) {
    Observations all = new Observations(declared, report);
    declared.nodes().forEach(all::node);
    all.nothingElseIsReserved();
    if (!declared.distances().isEmpty()) {
      declared.nodes().forEach(all::distances);
    }
    declared.interconnects().forEach(all::interconnect);
    return List.copyOf(all.observations);
  }

  private void node(Declared.Node node) {
    if (node.special()) {
      special(node);
    } else {
      ordinary(node);
    }
  }

  private void ordinary(Declared.Node node) {
    long kib = sratKib(node) + (node.id() == 0 ? LOW_HOLE_KIB : 0);
    add(kib == node.kib(), "SRAT, node " + node.id(), rounded(node.kib()), rounded(kib));
    long usable = report.memTotalKib(node.id());
    boolean near = usable <= node.kib() && usable + KERNEL_KIB >= node.kib();
    add(near, "for programs, node " + node.id(), "up to " + rounded(node.kib()), rounded(usable));
  }

  private void special(Declared.Node node) {
    String declaredSize = rounded(node.kib()) + ", special";
    long reserved = reservedKib(node);
    add(
        reserved == node.kib(),
        "e820, node " + node.id(),
        declaredSize,
        reserved == 0 ? "not soft reserved" : rounded(reserved) + " soft reserved" + where(node));
    add(
        sratKib(node) == node.kib(),
        "SRAT, node " + node.id(),
        rounded(node.kib()),
        sratSize(node));
    dax(node);
    long usable = report.memTotalKib(node.id());
    add(
        usable == 0,
        "for programs, node " + node.id(),
        "nothing",
        usable == 0 ? "nothing" : rounded(usable));
  }

  private void dax(Declared.Node node) {
    List<GuestReport.Dax> devices =
        report.daxDevices().stream().filter(d -> d.node() == node.id()).toList();
    long kib = devices.stream().mapToLong(GuestReport.Dax::bytes).sum() / KIB;
    String seen =
        devices.stream()
            .map(d -> "/dev/" + d.name() + ", " + rounded(d.bytes() / KIB) + ", node " + d.node())
            .collect(Collectors.joining("; "));
    add(
        kib == node.kib() && devices.size() == 1,
        "for its driver, node " + node.id(),
        "a dax device, " + rounded(node.kib()) + ", node " + node.id(),
        seen.isEmpty() ? "none" : seen);
  }

  private void nothingElseIsReserved() {
    long wanted = declared.special().stream().mapToLong(Declared.Node::kib).sum();
    long seen = report.softReserved().stream().mapToLong(AddressRange::bytes).sum() / KIB;
    add(wanted == seen, "soft reserved in all", rounded(wanted), rounded(seen));
  }

  private void distances(Declared.Node from) {
    Slit slit = report.slit();
    List<Declared.Distance> row =
        declared.distances().stream().filter(d -> d.from() == from.id()).toList();
    List<Integer> wanted = row.stream().map(Declared.Distance::value).toList();
    List<Integer> seen = row.stream().map(d -> slit.distance(d.from(), d.to())).toList();
    String nodes = row.stream().map(d -> d.to() + "").collect(Collectors.joining(" "));
    if (!row.isEmpty()) {
      add(
          wanted.equals(seen),
          "SLIT, node " + from.id() + " to " + nodes,
          words(wanted),
          slit.nodes() == 0 ? "no such table" : words(seen));
    }
  }

  private void interconnect(Hmat.Entry entry) {
    long seen = report.hmat().value(entry.kind(), entry.initiator(), entry.target()).orElse(-1);
    String kind = entry.kind().name().toLowerCase(Locale.ROOT).replace('_', ' ');
    add(
        seen == entry.value(),
        "HMAT, " + kind + " " + entry.initiator() + " to " + entry.target(),
        measure(entry.kind(), entry.value()),
        seen < 0 ? "nothing" : measure(entry.kind(), seen));
  }

  private static String measure(Hmat.Kind kind, long value) {
    return kind.isLatency() ? value + " ns" : rounded(value * KIB) + "/s";
  }

  private long reservedKib(Declared.Node node) {
    return srat.of(node.id()).stream()
            .flatMapToLong(
                memory -> report.softReserved().stream().mapToLong(r -> r.common(memory)))
            .sum()
        / KIB;
  }

  private long sratKib(Declared.Node node) {
    return srat.of(node.id()).stream().mapToLong(AddressRange::bytes).sum() / KIB;
  }

  private String sratSize(Declared.Node node) {
    return sratKib(node) == 0 ? "nothing" : rounded(sratKib(node));
  }

  private String where(Declared.Node node) {
    return srat.of(node.id()).stream()
        .map(range -> String.format(" at 0x%x", range.start()))
        .collect(Collectors.joining(" and"));
  }

  private static String words(List<Integer> numbers) {
    return numbers.stream().map(Objects::toString).collect(Collectors.joining(" "));
  }

  private void add(boolean holds, String subject, String wanted, String seen) {
    observations.add(new Observation(holds, subject, wanted, seen));
  }
}
