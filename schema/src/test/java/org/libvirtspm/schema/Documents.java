package org.libvirtspm.schema;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** All documents, and the list of those on which the two languages differ. */
final class Documents {
  static final Path FOLDER = Path.of("src/test/resources/documents");

  private Documents() {}

  static List<Document> all() {
    return files("xml").stream().map(Document::read).toList();
  }

  static List<Path> files(String extension) {
    try (Stream<Path> walk = Files.walk(FOLDER)) {
      return walk.filter(file -> file.toString().endsWith("." + extension)).sorted().toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Returns the reasons by document and language, where that language judges it wrongly. */
  static Map<String, String> differences() throws IOException {
    Map<String, String> reasons = new TreeMap<>();
    for (String line : Files.readAllLines(FOLDER.resolve("DIFFERENCES"))) {
      if (!line.isBlank() && !line.startsWith("#")) {
        int colon = line.indexOf(": ");
        reasons.put(line.substring(0, colon), line.substring(colon + 2).strip());
      }
    }
    return reasons;
  }

  static String key(String document, Language language) {
    return document + " " + language;
  }
}
