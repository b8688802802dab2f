package org.libvirtspm.testbed;

import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/** The distance matrix as QEMU completes it: 10 to itself, a pair given once counts both ways. */
final class Distances {
  private final Map<String, String> given = new TreeMap<>();

  void put(Map<String, String> dist) {
    given.put(key(dist.get("src"), dist.get("dst")), dist.get("val"));
  }

  void addTo(Map<String, String> facts, List<String> nodes) {
    if (given.isEmpty()) {
      return;
    }
    for (String src : nodes) {
      for (String dst : nodes) {
        facts.put(key(src, dst), value(src, dst));
      }
    }
  }

  private String value(String src, String dst) {
    String mirrored = given.getOrDefault(key(dst, src), src.equals(dst) ? "10" : "missing");
    return given.getOrDefault(key(src, dst), mirrored);
  }

  private static String key(String src, String dst) {
    return "distance[" + src + "," + dst + "]";
  }
}
