package org.libvirtspm.testbed;

import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;

/** A memory backend's properties, with QEMU's defaults filled in and its id left out. */
final class Backend {
  private Backend() {}

  static NavigableMap<String, String> facts(
      NavigableMap<String, String> backend,
      Map<String, NavigableMap<String, String>> objects,
      Set<String> used) {
    NavigableMap<String, String> facts = new TreeMap<>(backend);
    facts.remove("id");
    String type = facts.remove("qom-type").replace("memory-backend-", "");
    facts.put("type", type);
    facts.putIfAbsent("share", type.equals("memfd") ? "on" : "off");
    facts.putIfAbsent("prealloc", "off");
    facts.putIfAbsent("discard-data", "off");
    facts.putIfAbsent("policy", "default");
    threads(facts, objects, used);
    return facts;
  }

  /** The threads' host nodes stand in for the thread-context's id. */
  private static void threads(
      NavigableMap<String, String> facts,
      Map<String, NavigableMap<String, String>> objects,
      Set<String> used) {
    String id = facts.remove("prealloc-context");
    if (id == null) {
      return;
    }
    NavigableMap<String, String> context = objects.getOrDefault(id, new TreeMap<>());
    used.add(id);
    facts.put("prealloc-context", context.getOrDefault("node-affinity", "missing " + id));
  }
}
