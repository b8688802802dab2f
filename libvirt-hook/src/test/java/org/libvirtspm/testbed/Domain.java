package org.libvirtspm.testbed;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A generated domain before it is written as XML; {@link DomainGenerator} fills it. */
final class Domain {

  /** One guest NUMA cell; children are its elements other than {@code <source>}. */
  record Cell(
      int id,
      int sizeMiB,
      boolean spm,
      Optional<String> path,
      int alignMiB,
      String source,
      List<String> attributes,
      List<String> children) {

    static Cell of(int id, int sizeMiB, boolean spm) {
      return new Cell(
          id, sizeMiB, spm, Optional.empty(), 0, "", new ArrayList<>(), new ArrayList<>());
    }

    Cell withSource(Optional<String> newPath, int newAlignMiB, String newSource) {
      return new Cell(id, sizeMiB, spm, newPath, newAlignMiB, newSource, attributes, children);
    }

    /** Whether the cell's file may be dropped when the guest ends; its own word goes first. */
    boolean discards(Domain domain) {
      return hasAttribute("discard")
          ? attributes.contains("discard='yes'")
          : domain.has(Feature.DISCARD_ALL);
    }

    boolean hasAttribute(String attribute) {
      return attributes.stream().anyMatch(a -> a.startsWith(attribute + "="));
    }

    /** True when the cell has a child element of that name. */
    boolean has(String child) {
      return children.stream().anyMatch(c -> c.startsWith("<" + child));
    }

    /** One attribute beyond the id and the size. */
    void attribute(String name, String value) {
      attributes.add(name + "='" + value + "'");
    }
  }

  final String name;
  final long seed;
  final Set<Feature> features;
  final List<Cell> cells = new ArrayList<>();
  final List<String> interconnects = new ArrayList<>();
  final List<String> memoryBacking = new ArrayList<>();
  final List<String> numatune = new ArrayList<>();
  final List<String> controllers = new ArrayList<>();
  final List<String> devices = new ArrayList<>();
  final List<String> tail = new ArrayList<>();
  String maxMemory = "";
  String metadata = "";
  int vcpus = 2;

  Domain(String name, long seed, Set<Feature> features) {
    this.name = name;
    this.seed = seed;
    this.features = features.isEmpty() ? EnumSet.noneOf(Feature.class) : EnumSet.copyOf(features);
  }

  List<Cell> cells() {
    return cells;
  }

  /** The mode a cell's memory is bound in; the empty string when nothing binds it. */
  String memnode(Cell cell) {
    String own = "<memnode cellid='" + cell.id() + "' ";
    return numatune.stream()
        .filter(n -> n.startsWith(own) || n.startsWith("<memory "))
        .reduce((first, second) -> second.startsWith(own) ? second : first)
        .map(n -> n.replaceAll(".*mode='(\\w+)'.*", "$1"))
        .orElse("");
  }

  /** Whether a cell's memory is made of huge pages. */
  boolean huge(Cell cell) {
    return cell.source().contains("pagesize")
        || memoryBacking.stream()
            .anyMatch(
                b ->
                    b.equals("<hugepages/>")
                        || b.contains("unit='GiB'")
                        || b.matches(".*nodeset='(.*,)?" + cell.id() + "(,.*)?'.*"));
  }

  boolean has(Feature feature) {
    return features.contains(feature);
  }
}
