package org.libvirtspm.testbed;

import java.util.List;
import java.util.stream.IntStream;

/** One dialect in one form on one libvirt. */
enum Lane {
  NATIVE("sp-mem", "forky", true, ""),
  SP_MEM_PASSTHROUGH("sp-mem", "forky", false, "11.3.0"),
  SP_MEM_OLD("sp-mem", "trixie", false, ""),
  SPM("spm", "forky", false, ""),
  SPM_OLD("spm", "trixie", false, ""),
  MEMMAP_TYPE("memmap-type", "forky", false, ""),
  MEMMAP_TYPE_OLD("memmap-type", "trixie", false, "");

  private final String dialect;
  private final String suite;
  private final boolean nativeForm;
  private final String pretended;

  Lane(String dialect, String suite, boolean nativeForm, String pretended) {
    this.dialect = dialect;
    this.suite = suite;
    this.nativeForm = nativeForm;
    this.pretended = pretended;
  }

  String dialect() {
    return dialect;
  }

  boolean nativeForm() {
    return nativeForm;
  }

  String suite() {
    return suite;
  }

  /** The libvirt the translator is told of: an older one makes it choose the passthrough. */
  String libvirt(String actual) {
    return pretended.isEmpty() ? actual : pretended;
  }

  List<Domain> domains(int count, long seed) {
    DomainGenerator generator = generator();
    return IntStream.range(0, count)
        .mapToObj(i -> generator.build("case" + i, seed + i, generator.features(i, seed)))
        .toList();
  }

  DomainGenerator generator() {
    // A generic initiator of a passed-through node is written for libvirt 11.8 and later.
    boolean newLibvirt = suite.equals("forky") && pretended.isEmpty();
    return new DomainGenerator(nativeForm, newLibvirt);
  }
}
