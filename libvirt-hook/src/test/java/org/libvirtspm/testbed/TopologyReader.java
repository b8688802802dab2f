package org.libvirtspm.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.NavigableMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads a command line as QEMU does: later keys win, objects are joined to what uses them. */
final class TopologyReader {
  private final NavigableMap<String, String> facts = new TreeMap<>();
  private final List<String> devices = new ArrayList<>();
  private final List<String> rest = new ArrayList<>();
  private final Map<String, NavigableMap<String, String>> objects = new TreeMap<>();
  private final List<NavigableMap<String, String>> specials = new ArrayList<>();
  private final Distances distances = new Distances();
  private final Set<String> used = new TreeSet<>();

  Topology read(Argv argv) {
    argv.options().forEach(this::option);
    specials.forEach(this::special);
    distances.addTo(facts, nodeIds());
    new TopologyChecks(facts, objects.keySet(), used).run();
    return new Topology(facts, List.copyOf(devices), List.copyOf(rest));
  }

  private void option(Argv.Option option) {
    switch (option.flag()) {
      case "-object" -> object(OptionMap.parse(option.value(), "qom-type"));
      case "-numa" -> numa(OptionMap.parse(option.value(), "numa"));
      case "-m" -> memory(OptionMap.parse(withUnits(option.value()), "size"));
      case "-machine" ->
          OptionMap.parse(option.value(), "type").forEach((k, v) -> facts.put("machine." + k, v));
      case "-overcommit" ->
          OptionMap.parse(option.value(), "overcommit")
              .forEach((k, v) -> facts.put("overcommit." + k, v));
      case "-device" -> device(OptionMap.parse(option.value(), "driver"));
      default -> rest.add(option.toString());
    }
  }

  private void object(NavigableMap<String, String> object) {
    String type = object.getOrDefault("qom-type", "");
    if (type.startsWith("memory-backend-") || type.equals("thread-context")) {
      if (objects.put(object.get("id"), object) != null) {
        violation("object " + object.get("id") + " is there twice");
      }
    } else if (type.equals("acpi-generic-initiator")) {
      facts.put("initiator[" + object.get("pci-dev") + "," + object.get("node") + "]", "on");
    } else {
      rest.add("-object " + object);
    }
  }

  private void numa(NavigableMap<String, String> numa) {
    String kind = numa.remove("numa");
    switch (kind) {
      case "node" -> node(numa);
      case "dist" -> {
        mustExist(numa.get("src"));
        mustExist(numa.get("dst"));
        distances.put(numa);
      }
      case "hmat-lb" -> hmat(kind, numa, "initiator", "target", "hierarchy", "data-type");
      case "hmat-cache" -> hmat(kind, numa, "node-id", "level");
      default -> rest.add("-numa " + kind + numa);
    }
  }

  private void node(NavigableMap<String, String> numa) {
    String prefix = "node[" + numa.get("nodeid") + "].";
    if (facts.put(prefix + "present", "on") != null) {
      violation("node " + numa.get("nodeid") + " is there twice");
    }
    String memdev = numa.remove("memdev");
    numa.remove("nodeid");
    String spm = numa.remove("spm");
    String type = numa.remove("memmap-type");
    numa.forEach((k, v) -> facts.put(prefix + k, v));
    if (memdev != null) {
      backend(prefix, memdev);
    }
    if ("on".equals(spm)) {
      facts.put(prefix + "special", "spm");
    } else if ("spm".equals(type)) {
      facts.put(prefix + "special", "memmap-type");
    } else if (spm != null || type != null) {
      facts.put(prefix + "special", "unknown: " + spm + type);
    }
  }

  private void backend(String prefix, String id) {
    NavigableMap<String, String> backend = objects.get(id);
    if (backend == null || !used.add(id)) {
      violation("backend " + id + (backend == null ? " is missing" : " is used twice"));
      return;
    }
    Backend.facts(backend, objects, used).forEach((k, v) -> facts.put(prefix + "memory." + k, v));
  }

  private void hmat(String kind, NavigableMap<String, String> numa, String... keys) {
    List<String> key = new ArrayList<>();
    for (String name : keys) {
      String value = numa.remove(name);
      key.add(value);
      if (Set.of("initiator", "target", "node-id").contains(name)) {
        mustExist(value);
      }
    }
    String prefix = kind + "[" + String.join(",", key) + "].";
    numa.forEach(
        (k, v) -> {
          if (facts.put(prefix + k, v) != null) {
            violation(prefix + k + " is there twice");
          }
        });
  }

  private void mustExist(String node) {
    if (!facts.containsKey("node[" + node + "].present")) {
      violation("node " + node + " is named before it is there");
    }
  }

  private void memory(NavigableMap<String, String> memory) {
    memory.forEach((k, v) -> facts.put("memory." + k, v));
  }

  /** In {@code -m} a number without a suffix is in MiB, unlike everywhere else. */
  private static String withUnits(String value) {
    return value.replaceAll("(^|size=|maxmem=)(\\d+)(?=,|$)", "$1$2M");
  }

  private void device(NavigableMap<String, String> device) {
    String driver = device.get("driver");
    if (driver.equals("sp-mem")) {
      specials.add(device);
      return;
    }
    String memdev = device.remove("memdev");
    if (memdev != null && objects.containsKey(memdev)) {
      used.add(memdev);
      device.put("memdev", Backend.facts(objects.get(memdev), objects, used).toString());
    } else if (memdev != null) {
      device.put("memdev", memdev);
    }
    devices.add(device.toString());
  }

  private void special(NavigableMap<String, String> device) {
    String prefix = "node[" + device.get("node") + "].";
    mustExist(device.get("node"));
    if (facts.containsKey(prefix + "memory.size")) {
      violation(prefix + " has two memories");
    }
    backend(prefix, device.getOrDefault("memdev", "none"));
    facts.put(prefix + "special", "sp-mem");
    List.of("driver", "id", "memdev", "node").forEach(device::remove);
    device.forEach((k, v) -> facts.put(prefix + "special." + k, v));
  }

  private void violation(String what) {
    facts.put("violation[" + what + "]", "on");
  }

  private List<String> nodeIds() {
    return facts.keySet().stream()
        .filter(k -> k.endsWith("].present"))
        .map(k -> k.substring("node[".length(), k.indexOf(']')))
        .toList();
  }
}
