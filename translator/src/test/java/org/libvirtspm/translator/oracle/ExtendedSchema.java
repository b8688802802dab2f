package org.libvirtspm.translator.oracle;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Optional;
import javax.xml.transform.stream.StreamSource;
import javax.xml.validation.Schema;
import javax.xml.validation.SchemaFactory;
import org.libvirtspm.schema.Schemas;
import org.xml.sax.SAXException;

/** Validates documents against the schema of the extended domain XML. */
public final class ExtendedSchema {
  private static final Schema SCHEMA = schema();

  private ExtendedSchema() {}

  private static Schema schema() {
    try {
      return SchemaFactory.newDefaultInstance().newSchema(Schemas.domainXsd());
    } catch (SAXException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What is not valid; empty for a valid document. */
  public static Optional<String> complaint(byte[] document) {
    try {
      SCHEMA.newValidator().validate(new StreamSource(new ByteArrayInputStream(document)));
      return Optional.empty();
    } catch (SAXException e) {
      return Optional.of(e.getMessage());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
