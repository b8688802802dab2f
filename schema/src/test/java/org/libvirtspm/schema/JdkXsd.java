package org.libvirtspm.schema;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** The validator of the Java class library. */
final class JdkXsd implements Validator {
  private final Schema schema;

  JdkXsd(Path grammar) throws SAXException {
    schema = SchemaFactory.newDefaultInstance().newSchema(grammar.toFile());
  }

  Schema schema() {
    return schema;
  }

  @Override
  public Optional<String> complaint(Path document) throws IOException, SAXException {
    try {
      schema.newValidator().validate(new StreamSource(document.toFile()));
      return Optional.empty();
    } catch (SAXParseException e) {
      return Optional.of(e.getLineNumber() + ": " + e.getMessage());
    }
  }
}
