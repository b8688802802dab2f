package org.libvirtspm.host.demo;

import java.util.Arrays;

/** The ACPI System Locality Information Table: distances between nodes. */
public final class Slit {

  private static final int HEADER_BYTES = 44;

  private final int nodes;
  private final int[] distances;

  private Slit(int nodes, int[] distances) {
    this.nodes = nodes;
    this.distances = distances;
  }

  /** Reads the raw table, ACPI 6.5 section 5.2.17; no bytes are a table without nodes. */
  static Slit of(byte[] raw) {
    int nodes = raw.length == 0 ? 0 : Byte.toUnsignedInt(raw[36]);
    int[] distances = new int[nodes * nodes];
    Arrays.setAll(distances, i -> Byte.toUnsignedInt(raw[HEADER_BYTES + i]));
    return new Slit(nodes, distances);
  }

  /** Returns the number of nodes. */
  public int nodes() {
    return nodes;
  }

  /** Returns the distance; 0 if the table does not have the nodes. */
  public int distance(int from, int to) {
    return from < nodes && to < nodes ? distances[from * nodes + to] : 0;
  }
}
