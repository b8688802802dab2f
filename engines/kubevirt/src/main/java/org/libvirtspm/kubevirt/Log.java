package org.libvirtspm.kubevirt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.json.JsonWriteFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;

/** Logs each event as a line of JSON. Thread-safe. */
final class Log {

  /** Escapes control characters and all characters beyond ASCII, to protect terminals. */
  private final JsonFactory json =
      JsonFactory.builder().enable(JsonWriteFeature.ESCAPE_NON_ASCII).build();

  /**
   * Logger that warns at each connection, since Unix sockets lack the keep-alive that gRPC sets.
   */
  private final Logger options = Logger.getLogger("io.netty.bootstrap.ServerBootstrap");

  private final PrintStream out;

  Log(PrintStream out) {
    this.out = out;
  }

  /** Redirects the libraries' warnings and errors to this log. */
  void takeOver() {
    Logger root = Logger.getLogger("");
    for (Handler handler : root.getHandlers()) {
      root.removeHandler(handler);
    }
    root.setLevel(Level.WARNING);
    options.setLevel(Level.SEVERE);
    root.addHandler(new LibraryHandler());
  }

  /** Logs a normal event. */
  void info(String event, Map<String, ?> fields) {
    write("info", event, fields);
  }

  /** Logs an unexpected event. */
  void warning(String event, Map<String, ?> fields) {
    write("warning", event, fields);
  }

  /** Writes an event that somebody has to look at. */
  void error(String event, String message) {
    error(event, Map.of("message", String.valueOf(message)));
  }

  /** Writes an event that somebody has to look at. */
  void error(String event, Map<String, ?> fields) {
    write("error", event, fields);
  }

  private void write(String level, String event, Map<String, ?> fields) {
    Map<String, Object> line = new LinkedHashMap<>();
    line.put("time", Instant.now().toString());
    line.put("level", level);
    line.put("event", event);
    line.putAll(fields);
    StringWriter text = new StringWriter();
    try (JsonGenerator generator = json.createGenerator(text)) {
      value(generator, line);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    synchronized (out) {
      out.print(text + "\n");
      out.flush();
    }
  }

  private static void value(JsonGenerator generator, Object value) throws IOException {
    if (value instanceof Map<?, ?> map) {
      generator.writeStartObject();
      for (Map.Entry<?, ?> entry : map.entrySet()) {
        generator.writeFieldName(entry.getKey().toString());
        value(generator, entry.getValue());
      }
      generator.writeEndObject();
    } else if (value instanceof List<?> list) {
      generator.writeStartArray();
      for (Object item : list) {
        value(generator, item);
      }
      generator.writeEndArray();
    } else if (value instanceof Number number) {
      generator.writeNumber(number.toString());
    } else {
      generator.writeString(String.valueOf(value));
    }
  }

  private final class LibraryHandler extends Handler {

    @Override
    public void publish(LogRecord record) {
      if (isLoggable(record)) {
        String thrown = record.getThrown() == null ? "" : ": " + record.getThrown();
        write(
            record.getLevel().equals(Level.SEVERE) ? "error" : "warning",
            "library",
            Map.of(
                "logger",
                String.valueOf(record.getLoggerName()),
                "message",
                record.getMessage() + thrown));
      }
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
