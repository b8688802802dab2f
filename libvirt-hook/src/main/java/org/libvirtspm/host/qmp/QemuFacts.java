package org.libvirtspm.host.qmp;

import java.io.IOException;
import java.util.List;
import java.util.Map;
import org.libvirtspm.translator.internal.dialect.Dialects;
import org.libvirtspm.translator.internal.dialect.QemuCapabilities;

/** Capabilities of a running emulator. */
final class QemuFacts implements QemuCapabilities {

  private final QmpSession session;
  private final QmpSchema schema;

  private QemuFacts(QmpSession session, QmpSchema schema) {
    this.session = session;
    this.schema = schema;
  }

  /** Asks for version and dialects. Without a machine the emulator can be killed afterwards. */
  static EmulatorFacts askOver(QmpSession session) throws IOException {
    Object schema = session.ask("{\"execute\":\"query-qmp-schema\"}").orElse(List.of());
    QemuFacts facts = new QemuFacts(session, new QmpSchema(schema));
    return new EmulatorFacts(session.version(), Dialects.spokenBy(facts));
  }

  @Override
  public boolean nodeHasSwitch(String option) {
    return schema.nodeHasSwitch(option);
  }

  @Override
  public boolean nodeHasWord(String option, String word) {
    return schema.nodeHasWord(option, word);
  }

  @Override
  public boolean hasDevice(String type, String... properties) throws IOException {
    String question =
        "{\"execute\":\"device-list-properties\",\"arguments\":{\"typename\":\"" + type + "\"}}";
    Object answer = session.ask(question).orElse(List.of());
    for (String property : properties) {
      if (!(answer instanceof List<?> list) || !isNamed(list, property)) {
        return false;
      }
    }
    return true;
  }

  private static boolean isNamed(List<?> properties, String name) {
    for (Object p : properties) {
      if (p instanceof Map<?, ?> m && name.equals(m.get("name"))) {
        return true;
      }
    }
    return false;
  }
}
