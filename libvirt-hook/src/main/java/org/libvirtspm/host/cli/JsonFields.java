package org.libvirtspm.host.cli;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.libvirtspm.host.qmp.JsonValues;

/** Documents the fields of the JSON schema in a manual page. */
final class JsonFields {

  private static final String REFERENCE = "#/$defs/";

  private final Map<?, ?> definitions;
  private final Roff page;

  private JsonFields(Map<?, ?> definitions, Roff page) {
    this.definitions = definitions;
    this.page = page;
  }

  /** Adds the fields that all verbs have in common. */
  static void ofEnvelope(Roff page) throws IOException {
    Map<String, Object> schema = schema();
    new JsonFields(map(schema, "$defs"), page).fields(schema);
  }

  /** Adds a section with the fields of a verb's result, if it has any. */
  static void ofVerb(String verb, Roff page) throws IOException {
    Map<String, Object> schema = schema();
    Map<?, ?> definitions = map(schema, "$defs");
    String definition =
        switch (verb) {
          case "translate", "untranslate", "validate" -> "documents";
          case "define", "create" -> "definition";
          default -> verb;
        };
    if (Commands.named(verb).flatMap(c -> c.usage().option("--format")).isPresent()) {
      page.section("JSON");
      page.text(
          "virt-spm(1) describes the object that --format json prints. Its field result has these:");
      new JsonFields(definitions, page).fields(map(definitions, definition));
    }
  }

  private static Map<String, Object> schema() throws IOException {
    try (InputStream in = JsonFields.class.getResourceAsStream("virt-spm.schema.json");
        JsonParser json = new JsonFactory().createParser(in)) {
      var unused = json.nextToken();
      return JsonValues.object(json);
    }
  }

  private static Map<?, ?> map(Map<?, ?> parent, String name) {
    return parent.get(name) instanceof Map<?, ?> map ? map : Map.of();
  }

  private void fields(Map<?, ?> object) {
    map(object, "properties").forEach((name, field) -> field(name.toString(), (Map<?, ?>) field));
  }

  private void field(String name, Map<?, ?> field) {
    page.term(name, field.get("description") + " (" + type(field) + ")");
    Map<?, ?> object = resolved(field.containsKey("items") ? map(field, "items") : field);
    if (object.containsKey("properties")) {
      page.indent();
      fields(object);
      page.outdent();
    }
  }

  /** Returns the definition a reference names; the schema itself if there is no reference. */
  private Map<?, ?> resolved(Map<?, ?> schema) {
    return schema.get("$ref") instanceof String reference
        ? map(definitions, reference.substring(REFERENCE.length()))
        : schema;
  }

  private String type(Map<?, ?> field) {
    if (field.containsKey("const")) {
      return field.get("const").toString();
    }
    if (field.get("enum") instanceof List<?> values) {
      return words(values);
    }
    Object type = resolved(field).get("type");
    return type instanceof List<?> types ? words(types) : type.toString();
  }

  private static String words(List<?> values) {
    List<String> words = new ArrayList<>();
    values.forEach(value -> words.add(value.toString().isEmpty() ? "null" : value.toString()));
    String last = words.remove(words.size() - 1);
    return String.join(", ", words) + " or " + last;
  }
}
