package org.libvirtspm.testbed;

/** What a generated domain may have; every one alone, and mixed. */
enum Feature {
  DISTANCES,
  CACHES,
  INTERCONNECTS,
  NUMATUNE,
  MEMNODE,
  RESTRICTIVE,
  LOCKED,
  NOSHAREPAGES,
  HUGEPAGES,
  HUGEPAGES_BY_NODE,
  MEM_ACCESS,
  DISCARD,
  SOURCE_MEMFD,
  SOURCE_FILE,
  ACCESS,
  IMMEDIATE,
  DISCARD_ALL,
  EXPANDER,
  GENERIC_INITIATOR,
  MAX_MEMORY,
  DIMM,
  VIRTIO_MEM,
  BALLOON,
  NO_BALLOON,
  VFIO,
  QEMU_COMMANDLINE,
  QEMU_OVERRIDE,
  PATH,
  SOURCE_OF_CELL,
  METADATA,
  COMMENTS,
  CRLF,
  SINGLE_QUOTES,
  UNINDENTED,
  ODD_UNITS,
  OMITTED_IDS,
  SHUFFLED_CELLS,
  ODD_TOTAL,
  LARGE,
  PC,
  VCPUS_ON_SPM,
  SPM_ANYWHERE;

  /** Only the native form takes it. */
  boolean nativeOnly() {
    return this == VCPUS_ON_SPM || this == SPM_ANYWHERE;
  }

  /** Only libvirt 11.8 and later has it. */
  boolean newLibvirtOnly() {
    return this == GENERIC_INITIATOR;
  }
}
