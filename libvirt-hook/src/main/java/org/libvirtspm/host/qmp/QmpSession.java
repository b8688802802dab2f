package org.libvirtspm.host.qmp;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadConstraints;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** A QMP session: JSON objects in both directions. */
final class QmpSession {

  /**
   * Limits in characters and JSON tokens; QEMU 11.1 sends 250 KB in 38,000 tokens. They keep an
   * endless answer from filling the 32 MiB heap of the hook's JVM.
   */
  private static final int MAX_CHARACTERS = 2 << 20;

  private static final int MAX_TOKENS = 200_000;

  private static final JsonFactory JSON =
      JsonFactory.builder()
          .streamReadConstraints(
              StreamReadConstraints.builder()
                  .maxNestingDepth(64)
                  .maxDocumentLength(MAX_CHARACTERS)
                  .maxTokenCount(MAX_TOKENS)
                  .maxStringLength(MAX_CHARACTERS / 16)
                  .maxNameLength(MAX_CHARACTERS / 256)
                  .build())
          .build();

  private final JsonParser in;
  private final OutputStream out;

  private Map<String, Object> greeting = Map.of();

  private QmpSession(JsonParser in, OutputStream out) {
    this.in = in;
    this.out = out;
  }

  /** Reads QEMU's greeting and leaves capabilities negotiation. */
  static QmpSession open(InputStream in, OutputStream out) throws IOException {
    QmpSession session = new QmpSession(JSON.createParser(in), out);
    session.greeting = session.message();
    if (!session.greeting.containsKey("QMP")) {
      throw new JsonParseException(session.in, "no QMP greeting");
    }
    session.ask("{\"execute\":\"qmp_capabilities\"}");
    return session;
  }

  /** QEMU's version from its greeting, such as 11.1.2; empty when there is none in it. */
  String version() {
    if (greeting.get("QMP") instanceof Map<?, ?> qmp
        && qmp.get("version") instanceof Map<?, ?> version
        && version.get("qemu") instanceof Map<?, ?> parts
        && parts.get("major") != null) {
      return parts.get("major") + "." + parts.get("minor") + "." + parts.get("micro");
    }
    return "";
  }

  /** Executes a command and returns its result; empty for an error. */
  Optional<Object> ask(String command) throws IOException {
    out.write((command + "\n").getBytes(StandardCharsets.UTF_8));
    out.flush();
    while (true) {
      Map<String, Object> message = message();
      if (message.containsKey("return")) {
        return Optional.of(message.get("return"));
      }
      if (message.containsKey("error")) {
        return Optional.empty();
      }
    }
  }

  /** Reads the next message, which may be an event. */
  private Map<String, Object> message() throws IOException {
    if (JsonValues.next(in) != JsonToken.START_OBJECT) {
      throw new JsonParseException(in, "not a QMP message");
    }
    return JsonValues.object(in);
  }
}
