package org.libvirtspm.testbed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.libvirtspm.testbed.Domain.Cell;

/** Writes a domain as XML: extended, or as its ordinary twin without {@code spm} and source. */
final class DomainWriter {
  private final Domain domain;
  private final boolean extended;
  private final Random random;
  private final StringBuilder out = new StringBuilder();

  private DomainWriter(Domain domain, boolean extended) {
    this.domain = domain;
    this.extended = extended;
    this.random = new Random(domain.name.hashCode());
  }

  /** The document with its SPM cells marked. */
  static String extended(Domain domain) {
    return new DomainWriter(domain, true).write();
  }

  /** The same domain with ordinary memory in every cell. */
  static String ordinary(Domain domain) {
    return new DomainWriter(domain, false).write();
  }

  private String write() {
    head();
    cpu();
    line("<devices>");
    line("<emulator>/usr/bin/qemu-system-x86_64</emulator>");
    line("<controller type='usb' index='0' model='none'/>");
    domain.controllers.forEach(this::line);
    domain.devices.forEach(this::line);
    line("</devices>");
    domain.tail.forEach(this::line);
    line("</domain>");
    return styled(out.toString());
  }

  private void head() {
    line("<domain type='qemu'>");
    line("<name>" + domain.name + "</name>");
    line("<uuid>5f7d9ad2-66c7-4f0c-9e22-0a0000000001</uuid>");
    lineIfAny(domain.metadata);
    lineIfAny(domain.maxMemory);
    totals();
    block("memoryBacking", domain.memoryBacking);
    line("<vcpu placement='static'>" + domain.vcpus + "</vcpu>");
    block("numatune", domain.numatune);
    line("<os>");
    String machine = domain.has(Feature.PC) ? "pc" : "q35";
    line("<type arch='x86_64' machine='" + machine + "'>hvm</type>");
    line("</os>");
    line("<features>");
    line("<acpi/>");
    line("</features>");
  }

  private void totals() {
    long sumKiB = domain.cells.stream().mapToLong(Cell::sizeMiB).sum() * 1024;
    if (domain.has(Feature.ODD_TOTAL)) {
      line("<memory unit='b'>" + (sumKiB * 1024 + 512) + "</memory>");
    } else {
      line("<memory unit='KiB'>" + sumKiB + "</memory>");
      line("<currentMemory unit='KiB'>" + sumKiB + "</currentMemory>");
    }
  }

  private void cpu() {
    line("<cpu>");
    line("<numa>");
    List<Cell> cells = new ArrayList<>(domain.cells);
    if (domain.has(Feature.SHUFFLED_CELLS)) {
      Collections.shuffle(cells, random);
    }
    cells.forEach(this::cell);
    block("interconnects", domain.interconnects);
    line("</numa>");
    line("</cpu>");
  }

  private void cell(Cell cell) {
    List<String> attributes = new ArrayList<>(cell.attributes());
    // The id of an SPM cell is what everything else hangs on: a missing one is refused.
    if (!domain.has(Feature.OMITTED_IDS) || cell.spm()) {
      attributes.add(0, "id='" + cell.id() + "'");
    }
    attributes.add(size(cell));
    if (extended && cell.spm()) {
      attributes.add(random(attributes.size()), "spm='on'");
    }
    List<String> children = new ArrayList<>(cell.children());
    if (extended && !cell.source().isEmpty()) {
      children.add("<source>" + cell.source() + "</source>");
    }
    comment("cell " + cell.id() + (extended ? "" : ", spm='no'"));
    String open = "<cell " + String.join(" ", attributes);
    if (children.isEmpty()) {
      line(open + "/>");
    } else {
      line(open + ">");
      children.forEach(this::line);
      line("</cell>");
    }
  }

  private int random(int bound) {
    return Math.floorMod((domain.name + bound).hashCode(), bound);
  }

  private String size(Cell cell) {
    if (!domain.has(Feature.ODD_UNITS)) {
      return "memory='" + cell.sizeMiB() + "' unit='MiB'";
    }
    return switch (cell.id() % 4) {
      case 0 -> "memory='" + cell.sizeMiB() * 1024L + "'";
      case 1 -> "unit='b' memory='" + cell.sizeMiB() * 1048576L + "'";
      case 2 -> "memory='" + cell.sizeMiB() + "' unit='m'";
      default -> "memory='" + cell.sizeMiB() * 1024L + "' unit='k'";
    };
  }

  private void comment(String text) {
    if (domain.has(Feature.COMMENTS)) {
      line("<!-- " + text + " <cell id='9' spm='on'> -->");
    }
  }

  private void block(String name, List<String> children) {
    if (!children.isEmpty()) {
      line("<" + name + ">");
      children.forEach(this::line);
      line("</" + name + ">");
    }
  }

  private void lineIfAny(String text) {
    if (!text.isEmpty()) {
      line(text);
    }
  }

  private void line(String text) {
    out.append(text);
  }

  private String styled(String xml) {
    String text = domain.has(Feature.UNINDENTED) ? xml : Indentation.of(xml);
    if (domain.has(Feature.CRLF)) {
      text = text.replace("\n", "\r\n");
    }
    return domain.has(Feature.SINGLE_QUOTES) ? text : doubleQuoted(text);
  }

  private static String doubleQuoted(String text) {
    return text.replace('\'', '"');
  }
}
