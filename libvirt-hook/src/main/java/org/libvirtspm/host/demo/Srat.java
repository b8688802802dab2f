package org.libvirtspm.host.demo;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;

/**
 * The ACPI System Resource Affinity Table, as far as it tells of memory.
 *
 * @param memories those present at boot: ranges kept for hotplug are left out
 */
public record Srat(List<Memory> memories) {

  private static final int HEADER_BYTES = 48;
  private static final int MEMORY_AFFINITY = 1;
  private static final int ENABLED = 1;
  private static final int HOT_PLUGGABLE = 2;

  /** A range of memory and its node. */
  public record Memory(int node, AddressRange range) {}

  /** Copies the list. */
  public Srat {
    memories = List.copyOf(memories);
  }

  /** Reads the raw table, ACPI 6.5 section 5.2.16. */
  static Srat of(byte[] raw) {
    ByteBuffer table = ByteBuffer.wrap(raw).order(ByteOrder.LITTLE_ENDIAN);
    List<Memory> memories = new ArrayList<>();
    for (int at = HEADER_BYTES; at + 1 < raw.length; at += length(table, at)) {
      int flags = table.get(at) == MEMORY_AFFINITY ? table.getInt(at + 28) : 0;
      if ((flags & ENABLED) != 0 && (flags & HOT_PLUGGABLE) == 0) {
        long start = table.getLong(at + 8);
        AddressRange range = new AddressRange(start, start + table.getLong(at + 16));
        memories.add(new Memory(table.getInt(at + 2), range));
      }
    }
    return new Srat(memories);
  }

  private static int length(ByteBuffer table, int at) {
    return Math.max(2, Byte.toUnsignedInt(table.get(at + 1)));
  }

  /** Returns the ranges of a node. */
  public List<AddressRange> of(int node) {
    return memories.stream().filter(m -> m.node() == node).map(Memory::range).toList();
  }
}
