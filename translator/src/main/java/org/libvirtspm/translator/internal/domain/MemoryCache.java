package org.libvirtspm.translator.internal.domain;

/**
 * A memory side cache of a cell. libvirt (11.3 to 12.8) passes the numbers of its sizes on without
 * looking at their units, which are meant to be KiB and bytes.
 *
 * @param level 1 to 3
 * @param associativity none, direct or full
 * @param policy none, writeback or writethrough
 * @param size KiB for QEMU, whatever its unit
 * @param line bytes for QEMU, whatever its unit
 */
public record MemoryCache(int level, String associativity, String policy, long size, long line) {}
