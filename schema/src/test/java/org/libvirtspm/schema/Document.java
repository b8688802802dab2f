package org.libvirtspm.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.EnumMap;
import java.util.Locale;
import java.util.Map;

/**
 * A document of src/test/resources/documents: whether it is right, and what a language that refuses
 * it says, which stands beside it in a file of the same name with the extension err.
 */
record Document(Path file, boolean right, Map<Language, String> errors) {
  static Document read(Path file) {
    boolean right = file.getParent().endsWith("accept");
    return new Document(file, right, errors(errorsFile(file)));
  }

  /** Returns the name that the list of differences uses. */
  String name() {
    return file.getParent().getFileName() + "/" + file.getFileName();
  }

  /** Returns the file of expected complaints; a document that all accept has none. */
  static Path errorsFile(Path document) {
    String name = document.getFileName().toString();
    return document.resolveSibling(name.replaceFirst("xml$", "err"));
  }

  private static Map<Language, String> errors(Path file) {
    Map<Language, String> errors = new EnumMap<>(Language.class);
    if (Files.exists(file)) {
      lines(file).forEach(line -> putError(errors, line));
    }
    return errors;
  }

  private static void putError(Map<Language, String> errors, String line) {
    int colon = line.indexOf(": ");
    Language language = Language.valueOf(line.substring(0, colon).toUpperCase(Locale.ROOT));
    errors.put(language, line.substring(colon + 2));
  }

  private static Iterable<String> lines(Path file) {
    try {
      return Files.readAllLines(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
