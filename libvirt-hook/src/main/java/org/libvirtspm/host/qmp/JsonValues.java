package org.libvirtspm.host.qmp;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Reads JSON values from a stream of tokens as maps, lists and strings; numbers stay text. */
public final class JsonValues {

  private JsonValues() {}

  /** Reads the object whose opening brace the parser stands at. */
  public static Map<String, Object> object(JsonParser json) throws IOException {
    Map<String, Object> fields = new LinkedHashMap<>();
    while (next(json) != JsonToken.END_OBJECT) {
      String name = json.currentName();
      next(json);
      fields.put(name, value(json));
    }
    return fields;
  }

  /** The next token; an end of the stream before it is the emulator's end. */
  static JsonToken next(JsonParser json) throws IOException {
    JsonToken token = json.nextToken();
    if (token == null) {
      throw new IOException("the emulator ended the conversation");
    }
    return token;
  }

  private static Object value(JsonParser json) throws IOException {
    return switch (json.currentToken()) {
      case START_OBJECT -> object(json);
      case START_ARRAY -> array(json);
      case VALUE_NULL -> "";
      default -> json.getText();
    };
  }

  private static List<Object> array(JsonParser json) throws IOException {
    List<Object> items = new ArrayList<>();
    while (next(json) != JsonToken.END_ARRAY) {
      items.add(value(json));
    }
    return items;
  }
}
