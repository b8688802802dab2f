package org.libvirtspm.testbed;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What QEMU itself would refuse or silently ignore, added to the facts as violations. */
final class TopologyChecks {
  private final Map<String, String> facts;
  private final Set<String> objects;
  private final Set<String> used;

  TopologyChecks(Map<String, String> facts, Set<String> objects, Set<String> used) {
    this.facts = facts;
    this.objects = objects;
    this.used = used;
  }

  void run() {
    for (String id : objects) {
      if (!used.contains(id)) {
        violation("object " + id + " is used by nothing");
      }
    }
    consecutiveNodes();
    initiators();
    total();
  }

  private void consecutiveNodes() {
    int n = 0;
    while (facts.containsKey("node[" + n + "].present")) {
      n++;
    }
    long all = facts.keySet().stream().filter(k -> k.endsWith("].present")).count();
    if (all != n) {
      violation("node " + n + " is missing");
    }
  }

  /** With HMAT, QEMU takes a node with vCPUs for its own initiator and wants the others' told. */
  private void initiators() {
    for (String key : List.copyOf(facts.keySet())) {
      String node = key.replace("].present", "].");
      if (key.endsWith("].present") && "on".equals(facts.get("machine.hmat"))) {
        boolean told = facts.containsKey(node + "initiator");
        if (facts.containsKey(node + "cpus")) {
          facts.putIfAbsent(
              node + "initiator", node.substring("node[".length(), node.length() - 2));
        } else if (!told) {
          violation(node + "initiator is missing");
        }
      }
    }
  }

  /** The nodes' base memory must add up to {@code -m}; sp-mem is a device and stands outside. */
  private void total() {
    long base = 0;
    long special = 0;
    for (Map.Entry<String, String> fact : Map.copyOf(facts).entrySet()) {
      if (fact.getKey().matches("node\\[\\d+]\\.memory\\.size")) {
        long size = Long.parseLong(fact.getValue());
        boolean outside =
            "sp-mem".equals(facts.get(fact.getKey().replace("memory.size", "special")));
        base += outside ? 0 : size;
        special += outside ? size : 0;
      }
    }
    if (base != Long.parseLong(facts.getOrDefault("memory.size", "0"))) {
      violation("nodes of " + base + " bytes do not add up to -m " + facts.get("memory.size"));
    }
    facts.put("memory.total", String.valueOf(base + special));
    facts.remove("memory.size");
  }

  private void violation(String what) {
    facts.put("violation[" + what + "]", "on");
  }
}
