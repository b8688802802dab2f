package org.libvirtspm.testbed;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Random;
import java.util.Set;

/**
 * Draws domains from a seed; a feature draws from a seed of its own, so that it can be left out.
 */
final class DomainGenerator {
  /** Features of which libvirt takes one at most. */
  private static final List<Set<Feature>> EXCLUSIVE =
      List.of(
          EnumSet.of(Feature.SOURCE_MEMFD, Feature.SOURCE_FILE),
          EnumSet.of(Feature.HUGEPAGES, Feature.HUGEPAGES_BY_NODE),
          EnumSet.of(Feature.BALLOON, Feature.NO_BALLOON),
          EnumSet.of(Feature.NUMATUNE, Feature.RESTRICTIVE),
          EnumSet.of(Feature.MEMNODE, Feature.RESTRICTIVE),
          EnumSet.of(Feature.OMITTED_IDS, Feature.SHUFFLED_CELLS),
          EnumSet.of(Feature.SOURCE_OF_CELL, Feature.MEMNODE),
          EnumSet.of(Feature.SOURCE_OF_CELL, Feature.NUMATUNE, Feature.RESTRICTIVE),
          EnumSet.of(Feature.CRLF, Feature.UNINDENTED));

  private final boolean nativeForm;
  private final boolean newLibvirt;

  DomainGenerator(boolean nativeForm, boolean newLibvirt) {
    this.nativeForm = nativeForm;
    this.newLibvirt = newLibvirt;
  }

  /** The features of case {@code index}: each alone first, then mixtures of growing size. */
  Set<Feature> features(int index, long seed) {
    List<Feature> possible = new ArrayList<>(EnumSet.allOf(Feature.class));
    possible.removeIf(f -> (f.nativeOnly() && !nativeForm) || (f.newLibvirtOnly() && !newLibvirt));
    if (index == 0) {
      return EnumSet.noneOf(Feature.class);
    }
    if (index <= possible.size()) {
      return EnumSet.of(possible.get(index - 1));
    }
    Random random = random(seed, "features" + index);
    Collections.shuffle(possible, random);
    int count = 2 + random.nextInt(Math.min(possible.size() - 2, 2 + index / 8));
    return compatible(possible.subList(0, count));
  }

  private static Set<Feature> compatible(List<Feature> wanted) {
    EnumSet<Feature> chosen = EnumSet.noneOf(Feature.class);
    for (Feature feature : wanted) {
      boolean clash =
          EXCLUSIVE.stream()
              .anyMatch(set -> set.contains(feature) && set.stream().anyMatch(chosen::contains));
      if (!clash) {
        chosen.add(feature);
      }
    }
    return chosen;
  }

  /** Builds the domain those features and that seed stand for. */
  Domain build(String name, long seed, Set<Feature> features) {
    Domain domain = new Domain(name, seed, features);
    cells(domain, random(seed, "cells"));
    vcpus(domain, random(seed, "vcpus"));
    for (Feature feature : domain.features) {
      FeatureSteps.apply(feature, domain, random(seed, feature.name()));
    }
    return domain;
  }

  /** The generator of pseudo-random numbers for one purpose. */
  static Random random(long seed, String purpose) {
    return new Random(seed * 31 + purpose.hashCode());
  }

  private static void cells(Domain domain, Random random) {
    int spm = 1 + random.nextInt(3);
    int count = Math.max(spm + 1, 2 + random.nextInt(7));
    List<Boolean> special = new ArrayList<>(Collections.nCopies(count - spm - 1, false));
    special.addAll(Collections.nCopies(spm, true));
    if (domain.has(Feature.SPM_ANYWHERE)) {
      Collections.shuffle(special, random);
    }
    special.add(0, false);
    for (int id = 0; id < special.size(); id++) {
      boolean large = domain.has(Feature.LARGE) && id == 0;
      int sizeMiB = large ? 6144 : 64 + 2 * random.nextInt(96);
      domain.cells.add(Domain.Cell.of(id, sizeMiB, special.get(id)));
    }
  }

  private static void vcpus(Domain domain, Random random) {
    int next = 0;
    for (Domain.Cell cell : domain.cells) {
      boolean may = cell.id() == 0 || !cell.spm() || domain.has(Feature.VCPUS_ON_SPM);
      if (may && (cell.id() == 0 || cell.spm() || random.nextBoolean())) {
        int count = 1 + random.nextInt(2);
        cell.attribute("cpus", count == 1 ? "" + next : next + "-" + (next + 1));
        next += count;
      }
    }
    domain.vcpus = next;
  }
}
