package org.libvirtspm.guest;

import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Base64;

/** What a guest with 256 MiB of ordinary and as much special memory prints. */
final class Consoles {

  private static final int HEADER_BYTES = 36;

  private Consoles() {}

  static String twoNodes() {
    return String.join(
            "\r\n",
            "[    9.9] Run /init as init process",
            "=== spm-report begin ===",
            "firmware uefi",
            "e820 [mem 0x0000000000100000-0x000000000fffffff] System RAM",
            "e820 [mem 0x0000000100000000-0x000000010fffffff] soft reserved",
            "memory MemTotal 169784",
            "node 0 MemTotal 169784",
            "dax dax0.0 size 268435456 target_node 1 driver device_dax",
            "table SRAT " + text(srat()),
            "table SLIT " + text(slit()),
            "table HMAT " + text(hmat()),
            "=== spm-report end ===")
        + "\r\n";
  }

  private static String text(ByteBuffer table) {
    byte[] raw = new byte[table.capacity()];
    table.get(0, raw);
    return Base64.getEncoder().encodeToString(raw);
  }

  private static ByteBuffer table(int bytes) {
    return ByteBuffer.allocate(bytes).order(ByteOrder.LITTLE_ENDIAN);
  }

  /** Two ranges of node 0 around the hole below 1 MiB, one of node 1, and room for hotplug. */
  private static ByteBuffer srat() {
    ByteBuffer table = table(HEADER_BYTES + 12 + 16 + 4 * 40).position(HEADER_BYTES + 12);
    table.put((byte) 0).put((byte) 16).position(HEADER_BYTES + 12 + 16);
    memory(table, 0, 0, 0xA0000, 1);
    memory(table, 0, 0x100000, 0xFF00000, 1);
    memory(table, 1, 0x100000000L, 0x10000000, 1);
    memory(table, 1, 0x110000000L, 0x80000000L, 3);
    return table;
  }

  private static void memory(ByteBuffer table, int node, long start, long bytes, int flags) {
    table.put((byte) 1).put((byte) 40).putInt(node).putShort((short) 0);
    table.putLong(start).putLong(bytes).putInt(0).putInt(flags).putLong(0);
  }

  private static ByteBuffer slit() {
    ByteBuffer table = table(HEADER_BYTES + 8 + 4).position(HEADER_BYTES);
    return table.putLong(2).put(new byte[] {10, 17, 17, 10});
  }

  private static ByteBuffer hmat() {
    ByteBuffer table = table(HEADER_BYTES + 4 + 40 + 2 * 48).position(HEADER_BYTES + 4);
    table.putShort((short) 0).putShort((short) 0).putInt(40).position(HEADER_BYTES + 4 + 40);
    values(table, 0, 10_000, 10, 16);
    values(table, 3, 204_800, 1, 4);
    return table;
  }

  /** From node 0 to both nodes; latencies in picoseconds, bandwidths in MiB a second. */
  private static void values(ByteBuffer table, int kind, long unit, int first, int second) {
    table.putShort((short) 1).putShort((short) 0).putInt(48);
    table.put((byte) 0).put((byte) kind).putShort((short) 0);
    table.putInt(1).putInt(2).putInt(0).putLong(unit);
    table.putInt(0).putInt(0).putInt(1);
    table.putShort((short) first).putShort((short) second);
  }
}
