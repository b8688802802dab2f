package org.libvirtspm.translator.fuzz;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** What fuzzing once found, where it can be no golden: documents that the schema does not allow. */
class FoundTest {

  private static final Path FOLDER = Path.of("src", "test", "resources", "found");

  /** Enough for every target, and a few later additions with each. */
  private static final int SEEDS = 60;

  @TestFactory
  Stream<DynamicTest> everyDocument() throws IOException {
    try (Stream<Path> files = Files.list(FOLDER)) {
      List<Path> documents = files.sorted().toList();
      assertFalse(documents.isEmpty(), "the documents are gone");
      return documents.stream()
          .map(f -> dynamicTest(f.getFileName().toString(), () -> check(read(f))));
    }
  }

  private static void check(byte[] document) {
    IntStream.range(0, SEEDS).forEach(seed -> Invariants.check(document, Choices.of(seed)));
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
