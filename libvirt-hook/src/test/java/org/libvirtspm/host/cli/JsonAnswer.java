package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Set;

/** What a run printed with {@code --format json}, held against the schema that is shipped. */
public final class JsonAnswer {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(strict(document()));

  private JsonAnswer() {}

  /** Reads all of standard output, insisting that it is valid and has no field without a word. */
  public static JsonNode read(String out) {
    try {
      JsonNode answer = MAPPER.readerFor(JsonNode.class).readValue(out);
      Set<ValidationMessage> problems = SCHEMA.validate(answer);
      assertEquals(Set.of(), problems, out);
      return answer;
    } catch (JsonProcessingException e) {
      throw new AssertionError(out, e);
    }
  }

  /** The codes of what it found, in order. */
  public static List<String> codes(JsonNode answer) {
    return answer.path("findings").findValuesAsText("code");
  }

  /** The verbs whose results it describes. */
  public static List<String> verbs() {
    return document().path("allOf").findValuesAsText("const");
  }

  /** The schema itself. */
  static JsonNode document() {
    try (InputStream in = Envelope.class.getResourceAsStream("virt-spm.schema.json")) {
      return MAPPER.readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The schema lets later releases add fields; those of this one are all described. */
  private static JsonNode strict(JsonNode schema) {
    schema.forEach(JsonAnswer::strict);
    if (schema instanceof ObjectNode object && object.path("type").asText().equals("object")) {
      object.put("additionalProperties", false);
    }
    return schema;
  }
}
