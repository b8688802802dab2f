package org.libvirtspm.host.qmp;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** What an emulator says it knows of Specific Purpose Memory. */
record QemuFacts(String version, QmpSchema schema, boolean hasSpMemDevice) {

  /**
   * Asks for all of it; an emulator without a machine has nothing to lose and may be killed then.
   */
  static QemuFacts askOver(QmpSession session) throws IOException {
    Object schema = session.ask("{\"execute\":\"query-qmp-schema\"}").orElse(List.of());
    Optional<Object> properties =
        session.ask(
            "{\"execute\":\"device-list-properties\",\"arguments\":{\"typename\":\"sp-mem\"}}");
    return new QemuFacts(
        session.version(), new QmpSchema(schema), properties.map(QemuFacts::isSpMem).orElse(false));
  }

  EmulatorFacts summary() {
    return new EmulatorFacts(version, DialectEvidence.dialectsShownBy(this));
  }

  /** A device of that name counts when it has the properties the dialect sets. */
  private static boolean isSpMem(Object properties) {
    return properties instanceof List<?> list && named(list, "memdev") && named(list, "node");
  }

  private static boolean named(List<?> properties, String name) {
    return properties.stream()
        .anyMatch(p -> p instanceof Map<?, ?> m && name.equals(m.get("name")));
  }
}
