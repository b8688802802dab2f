package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

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
import java.util.regex.Pattern;

/** What a run printed with {@code --format json}, held against the schema that is shipped. */
public final class JsonAnswer {

  private static final ObjectMapper MAPPER = new ObjectMapper();

  private static final JsonSchema SCHEMA =
      JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012).getSchema(strict(document()));

  private static final Pattern COMMAND =
      Pattern.compile(
          "systemctl |run there|\\bvirt-spm (" + String.join("|", Commands.names()) + ")\\b");

  private JsonAnswer() {}

  /** Reads all of standard output, insisting that it is valid and has no field without a word. */
  public static JsonNode read(String out) {
    try {
      JsonNode answer = MAPPER.readerFor(JsonNode.class).readValue(out);
      Set<ValidationMessage> problems = SCHEMA.validate(answer);
      assertEquals(Set.of(), problems, out);
      answer.path("findings").forEach(JsonAnswer::assertRemedyApart);
      return answer;
    } catch (JsonProcessingException e) {
      throw new AssertionError(out, e);
    }
  }

  /** Commands stand in the field for them, and nowhere else. */
  private static void assertRemedyApart(JsonNode finding) {
    String told = finding.path("message").asText() + "\n" + finding.path("reason").asText();
    assertFalse(COMMAND.matcher(told).find(), finding.toPrettyString());
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
