package org.libvirtspm.translator.internal.domain;

/**
 * A memory side cache of a cell. libvirt (11.3 to 12.8) passes its sizes to QEMU as numbers and
 * ignores their units; QEMU expects KiB and bytes.
 *
 * @param level 1 to 3
 * @param associativity none, direct or full
 * @param policy none, writeback or writethrough
 * @param size the number as written, which QEMU reads as KiB
 * @param line the number as written, which QEMU reads as bytes
 */
public record MemoryCache(int level, String associativity, String policy, long size, long line) {}
