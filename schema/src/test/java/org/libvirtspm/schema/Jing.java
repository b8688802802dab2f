package org.libvirtspm.schema;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.thaiopensource.util.PropertyMapBuilder;
import com.thaiopensource.validate.ValidateProperty;
import com.thaiopensource.validate.ValidationDriver;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.xml.sax.ErrorHandler;
import org.xml.sax.SAXException;
import org.xml.sax.SAXParseException;

/** jing, the reference implementation of RELAX NG. */
final class Jing implements Validator {
  private final List<String> said = new ArrayList<>();
  private final ValidationDriver driver;

  Jing(Path grammar) throws IOException, SAXException {
    PropertyMapBuilder properties = new PropertyMapBuilder();
    properties.put(ValidateProperty.ERROR_HANDLER, new Listener());
    driver = new ValidationDriver(properties.toPropertyMap());
    boolean loaded = driver.loadSchema(ValidationDriver.fileInputSource(grammar.toFile()));
    assertTrue(loaded, () -> "jing does not take " + grammar + ": " + said);
  }

  @Override
  public Optional<String> complaint(Path document) throws IOException, SAXException {
    said.clear();
    boolean valid = driver.validate(ValidationDriver.fileInputSource(document.toFile()));
    return valid ? Optional.empty() : Optional.of(String.join("\n", said));
  }

  private final class Listener implements ErrorHandler {
    @Override
    public void warning(SAXParseException exception) {}

    @Override
    public void error(SAXParseException exception) {
      said.add(exception.getLineNumber() + ": " + exception.getMessage());
    }

    @Override
    public void fatalError(SAXParseException exception) throws SAXException {
      throw exception;
    }
  }
}
