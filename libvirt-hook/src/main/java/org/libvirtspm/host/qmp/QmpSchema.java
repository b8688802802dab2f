package org.libvirtspm.host.qmp;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * QEMU's schema from {@code query-qmp-schema}. Its type names are numbers that differ between
 * builds and can only be used as references.
 */
final class QmpSchema {

  private final Map<Object, Map<?, ?>> entries = new HashMap<>();

  /** Indexes a schema by name. */
  QmpSchema(Object schema) {
    for (Map<?, ?> entry : objects(schema)) {
      entries.put(entry.get("name"), entry);
    }
  }

  /** True if {@code -numa node} takes this option as on or off. */
  boolean nodeHasSwitch(String option) {
    return nodeOption(option).filter(type -> "boolean".equals(type.get("json-type"))).isPresent();
  }

  /** True if {@code -numa node} takes this option with this word as a value. */
  boolean nodeHasWord(String option, String word) {
    return nodeOption(option).flatMap(type -> item(type, "members", "name", word)).isPresent();
  }

  private Optional<Map<?, ?>> nodeOption(String option) {
    return entry("set-numa-node")
        .flatMap(command -> entry(command.get("arg-type")))
        .flatMap(union -> item(union, "variants", "case", "node"))
        .flatMap(node -> entry(node.get("type")))
        .flatMap(node -> item(node, "members", "name", option))
        .flatMap(member -> entry(member.get("type")));
  }

  private Optional<Map<?, ?>> entry(Object name) {
    return Optional.ofNullable(entries.get(name));
  }

  private static Optional<Map<?, ?>> item(Map<?, ?> entry, String list, String key, String name) {
    for (Map<?, ?> item : objects(entry.get(list))) {
      if (name.equals(item.get(key))) {
        return Optional.of(item);
      }
    }
    return Optional.empty();
  }

  private static List<Map<?, ?>> objects(Object list) {
    List<Map<?, ?>> objects = new ArrayList<>();
    if (list instanceof List<?> items) {
      for (Object item : items) {
        if (item instanceof Map<?, ?> object) {
          objects.add(object);
        }
      }
    }
    return objects;
  }
}
