package org.libvirtspm.testbed;

import java.util.List;
import java.util.NavigableMap;

/**
 * What QEMU would build from a command line, as facts that can be compared one by one.
 *
 * @param facts such as {@code node[1].memory.size} to its value, units and defaults made equal
 * @param devices every device that is not special memory, in order
 * @param rest every other argument, in order
 */
record Topology(NavigableMap<String, String> facts, List<String> devices, List<String> rest) {
  static Topology of(Argv argv) {
    return new TopologyReader().read(argv);
  }

  String fact(String key) {
    return facts.getOrDefault(key, "");
  }

  /** A size among the facts, 0 when it is not there. */
  long bytes(String key) {
    return Long.parseLong(facts.getOrDefault(key, "0"));
  }
}
