package org.libvirtspm.testbed;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.function.BiConsumer;

/** Walks the JSON form of an option: every value with the dotted name that leads to it. */
final class JsonObject {
  private static final JsonFactory JSON = new JsonFactory();

  private JsonObject() {}

  /** Hands every scalar to the consumer; items of a list come one by one, under its name. */
  static void walk(String text, BiConsumer<String, String> consumer) {
    try (JsonParser parser = JSON.createParser(text)) {
      parser.nextToken();
      value("", parser, consumer);
      if (parser.nextToken() != null) {
        throw new IllegalArgumentException("more than one value: " + text);
      }
    } catch (IOException e) {
      throw new IllegalArgumentException("not JSON: " + text, e);
    }
  }

  private static void value(String name, JsonParser parser, BiConsumer<String, String> consumer)
      throws IOException {
    switch (parser.currentToken()) {
      case START_OBJECT -> {
        while (parser.nextToken() != JsonToken.END_OBJECT) {
          String field = parser.currentName();
          parser.nextToken();
          value(name.isEmpty() ? field : name + "." + field, parser, consumer);
        }
      }
      case START_ARRAY -> {
        while (parser.nextToken() != JsonToken.END_ARRAY) {
          value(name, parser, consumer);
        }
      }
      default -> consumer.accept(name, parser.getText());
    }
  }
}
