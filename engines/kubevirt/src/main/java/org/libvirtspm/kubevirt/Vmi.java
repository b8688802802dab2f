package org.libvirtspm.kubevirt;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamReadFeature;
import com.google.protobuf.ByteString;
import io.grpc.Status;
import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The strings of a VirtualMachineInstance that the plug-in needs, by their path. All other content
 * is skipped.
 */
final class Vmi {

  private static final JsonFactory JSON =
      JsonFactory.builder().enable(StreamReadFeature.STRICT_DUPLICATE_DETECTION).build();

  private static final String ANNOTATIONS = "metadata/annotations/";

  /** Objects whose strings are kept. */
  private static final Set<String> PARENTS = Set.of("metadata/", ANNOTATIONS, "status/");

  private final Map<String, String> strings = new LinkedHashMap<>();

  private Vmi() {}

  /**
   * Parses the JSON.
   *
   * @throws RefusalException if it is not an object, or a needed value is not a string
   */
  static Vmi read(ByteString json) throws RefusalException {
    Vmi vmi = new Vmi();
    try (JsonParser parser = JSON.createParser(json.newInput())) {
      if (parser.nextToken() != JsonToken.START_OBJECT) {
        throw refusal("it is not an object");
      }
      vmi.object(parser, "");
      if (parser.nextToken() != null) {
        throw refusal("there is something behind it");
      }
      return vmi;
    } catch (JsonProcessingException e) {
      throw refusal(e.getOriginalMessage());
    } catch (IOException e) {
      throw refusal(e.getMessage());
    }
  }

  private static RefusalException refusal(String why) {
    return new RefusalException(
        Status.Code.INVALID_ARGUMENT, "the request's VMI is not to be read: " + why);
  }

  private void object(JsonParser parser, String path) throws IOException, RefusalException {
    while (parser.nextToken() != JsonToken.END_OBJECT) {
      String name = path + parser.currentName();
      JsonToken value = parser.nextToken();
      if (value == JsonToken.START_OBJECT && PARENTS.contains(name + "/")) {
        object(parser, name + "/");
      } else if (value == JsonToken.VALUE_STRING && PARENTS.contains(path)) {
        strings.put(name, parser.getText());
      } else if (path.equals(ANNOTATIONS)
          || (PARENTS.contains(name + "/") && value != JsonToken.VALUE_NULL)) {
        throw refusal("the value of '" + name + "' is of another kind than Kubernetes has there");
      } else {
        parser.skipChildren();
      }
    }
  }

  /** Returns an annotation. */
  Optional<String> annotation(String name) {
    return Optional.ofNullable(strings.get(ANNOTATIONS + name));
  }

  /** Returns the string of a path such as {@code metadata/name}; empty if there is none. */
  String text(String path) {
    return strings.getOrDefault(path, "");
  }
}
