package org.libvirtspm.testbed;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.libvirtspm.testbed.Domain.Cell;

/** What each feature adds to a domain; those of the text alone are {@link DomainWriter}'s. */
final class FeatureSteps {
  /** libvirt takes no document that asks for pages that the CPU (pdpe1gb) does not have. */
  private static final boolean GIBIBYTE_PAGES =
      Files.isDirectory(Path.of("/sys/kernel/mm/hugepages/hugepages-1048576kB"));

  static {
    if (!GIBIBYTE_PAGES) {
      System.err.println("left out, for want of pages of 1 GiB: domains that ask for them");
    }
  }

  private static final String QEMU = "http://libvirt.org/schemas/domain/qemu/1.0";

  private FeatureSteps() {}

  static void apply(Feature feature, Domain d, Random r) {
    switch (feature) {
      case DISTANCES -> distances(d, r);
      case INTERCONNECTS -> Interconnects.add(d, r);
      case CACHES -> Interconnects.addCaches(d, r);
      case NUMATUNE -> d.numatune.add(0, "<memory mode='" + mode(r) + "' nodeset='0'/>");
      case RESTRICTIVE -> restrictive(d, r);
      case MEMNODE -> memnode(d, r);
      case HUGEPAGES -> d.memoryBacking.add(0, "<hugepages/>");
      case HUGEPAGES_BY_NODE -> hugepagesByNode(d, r);
      case NOSHAREPAGES -> d.memoryBacking.add("<nosharepages/>");
      case LOCKED -> d.memoryBacking.add("<locked/>");
      case SOURCE_MEMFD -> d.memoryBacking.add("<source type='memfd'/>");
      case SOURCE_FILE -> d.memoryBacking.add("<source type='file'/>");
      case ACCESS -> d.memoryBacking.add("<access mode='" + access(d, r) + "'/>");
      case IMMEDIATE -> d.memoryBacking.add(immediate(r));
      case DISCARD_ALL -> d.memoryBacking.add("<discard/>");
      case MEM_ACCESS -> memAccess(d, r);
      case DISCARD -> d.cells.forEach(c -> some(c, r, "discard", r.nextInt(3) > 0 ? "yes" : "no"));
      case PATH -> path(d, r);
      case SOURCE_OF_CELL -> sourceOfCell(d, r);
      case QEMU_COMMANDLINE -> d.tail.add(commandline(r));
      case QEMU_OVERRIDE -> override(d);
      case LARGE -> {}
      default -> FeatureDevices.apply(feature, d, r);
    }
  }

  private static void distances(Domain d, Random r) {
    for (Cell from : d.cells) {
      StringBuilder siblings = new StringBuilder();
      for (Cell to : d.cells) {
        if (from.id() != to.id() && r.nextInt(3) > 0) {
          siblings.append("<sibling id='%d' value='%d'/>".formatted(to.id(), 11 + r.nextInt(60)));
        }
      }
      if (siblings.length() > 0) {
        from.children().add(0, "<distances>" + siblings + "</distances>");
      }
    }
  }

  private static String mode(Random r) {
    return List.of("strict", "preferred", "interleave").get(r.nextInt(3));
  }

  private static void restrictive(Domain d, Random r) {
    d.numatune.add("<memory mode='restrictive' nodeset='0'/>");
    if (r.nextBoolean()) {
      d.numatune.add("<memnode cellid='%d' mode='restrictive' nodeset='0'/>".formatted(any(d, r)));
    }
  }

  private static void memnode(Domain d, Random r) {
    for (Cell cell : d.cells) {
      if (cell.spm() || r.nextInt(3) == 0) {
        d.numatune.add(
            "<memnode cellid='%d' mode='%s' nodeset='0'/>".formatted(cell.id(), mode(r)));
      }
    }
  }

  private static int any(Domain d, Random r) {
    return r.nextInt(d.cells.size());
  }

  private static void hugepagesByNode(Domain d, Random r) {
    StringBuilder nodes = new StringBuilder();
    for (Cell cell : d.cells) {
      if (cell.spm() || r.nextInt(3) == 0) {
        nodes.append(nodes.length() == 0 ? "" : ",").append(cell.id());
      }
    }
    boolean rest = r.nextBoolean() && GIBIBYTE_PAGES;
    d.memoryBacking.add(
        0,
        "<hugepages><page size='2' unit='MiB' nodeset='%s'/>%s</hugepages>"
            .formatted(nodes, rest ? "<page size='1' unit='GiB'/>" : ""));
  }

  private static String immediate(Random r) {
    return "<allocation mode='immediate'" + (r.nextBoolean() ? " threads='3'/>" : "/>");
  }

  /** Private access to a device-dax path is refused, so a domain with a path shares. */
  private static String access(Domain d, Random r) {
    return d.has(Feature.PATH) || r.nextBoolean() ? "shared" : "private";
  }

  private static void memAccess(Domain d, Random r) {
    d.cells.forEach(c -> some(c, r, "memAccess", access(d, r)));
  }

  private static void some(Cell cell, Random r, String name, String value) {
    if (cell.spm() || r.nextBoolean()) {
      cell.attribute(name, value);
    }
  }

  private static void path(Domain d, Random r) {
    int n = 0;
    for (int i = 0; i < d.cells.size(); i++) {
      Cell cell = d.cells.get(i);
      if (cell.spm() && (n == 0 || r.nextBoolean())) {
        String path = "/dev/dax" + n++ + ".0";
        String source = "<path>" + path + "</path><alignsize unit='KiB'>2048</alignsize>";
        d.cells.set(i, cell.withSource(Optional.of(path), 2, source));
      }
    }
  }

  /** The other words of a cell's source: they mean what they mean for a memory device. */
  private static void sourceOfCell(Domain d, Random r) {
    for (int i = 0; i < d.cells.size(); i++) {
      Cell cell = d.cells.get(i);
      if (cell.spm() && cell.path().isEmpty()) {
        boolean pages = r.nextBoolean();
        String source = pages ? "<pagesize unit='KiB'>2048</pagesize>" : "<nodemask>0</nodemask>";
        d.cells.set(i, cell.withSource(Optional.empty(), 0, source));
      }
    }
  }

  private static String commandline(Random r) {
    String args = "%1$sarg value='-smbios'/><%1$sarg value='type=11,value=a &amp; b,,c'/>";
    String env = "<%1$senv name='SPM' value='x'/>";
    return switch (r.nextInt(3)) {
      case 0 -> block("commandline", "", "xmlns", "<" + args);
      case 1 -> block("commandline", "qemu:", "xmlns:qemu", "<" + args + env);
      default -> block("commandline", "q:", "xmlns:q", "<" + args);
    };
  }

  private static String block(String name, String prefix, String xmlns, String children) {
    return "<%s%s %s='%s'>%s</%s%s>"
        .formatted(prefix, name, xmlns, QEMU, children.formatted(prefix), prefix, name);
  }

  private static void override(Domain d) {
    d.devices.add("<input type='tablet' bus='virtio'><alias name='ua-tablet'/></input>");
    d.tail.add(
        block(
            "override",
            "o:",
            "xmlns:o",
            "<%1$sdevice alias='ua-tablet'><%1$sfrontend><%1$sproperty name='serial' type='string'"
                + " value='42'/></%1$sfrontend></%1$sdevice>"));
  }
}
