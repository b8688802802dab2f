package org.libvirtspm.translator.coverage;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every sentence in the sources stands in some golden's .err or .warn. */
class MessageCoverageTest {
  private static final Path SOURCES =
      Path.of("src", "main", "java", "org", "libvirtspm", "translator");

  private static final Path TESTS =
      Path.of("src", "test", "java", "org", "libvirtspm", "translator");

  /** What no stored document shows: tests assert these texts themselves. */
  private static final List<Path> ASSERTED =
      List.of(
          TESTS.resolve(Path.of("corpus", "LimitsTest.java")),
          TESTS.resolve(Path.of("internal", "RoundTripCheckTest.java")),
          TESTS.resolve(Path.of("internal", "dialect", "DialectsTest.java")),
          TESTS.resolve(Path.of("internal", "domain", "MemorySizeTest.java")),
          TESTS.resolve(Path.of("request", "RequestTest.java")));

  private static final Pattern LITERAL = Pattern.compile("\"((?:[^\"\\\\\\n]|\\\\.)*)\"");

  /** Two words or more; the other literals are names, not sentences. */
  private static final Pattern SENTENCE = Pattern.compile("[a-z]{2,}\\W* +\\W*[a-z]{2,}");

  private static final Pattern COMMENT = Pattern.compile("(?s)/\\*.*?\\*/|(?m)^\\s*//.*$| // .*$");

  /** What is said to programmers is in no document. */
  private static final Pattern OURS =
      Pattern.compile("(?s)new (IllegalStateException|IllegalArgumentException)\\(.*?\\);");

  @Test
  void everySentenceIsInAGolden() throws IOException {
    String said = said();
    List<String> sentences = sentences();
    assertTrue(sentences.size() > 60, "the sources are gone");
    assertEquals(List.of(), sentences.stream().filter(s -> !said.contains(s)).toList());
  }

  private static String said() throws IOException {
    try (Stream<Path> files = Files.walk(Path.of("src", "test", "resources", "golden"))) {
      return files
              .filter(f -> f.toString().endsWith(".err") || f.toString().endsWith(".warn"))
              .map(MessageCoverageTest::read)
              .collect(Collectors.joining("\n"))
          + ASSERTED.stream()
              .map(f -> read(f).replaceAll("\"\\s*\\+\\s*\"", ""))
              .collect(Collectors.joining("\n"));
    }
  }

  private static List<String> sentences() throws IOException {
    try (Stream<Path> files = Files.walk(SOURCES)) {
      return files
          .filter(f -> f.toString().endsWith(".java"))
          .flatMap(f -> literals(read(f)))
          .filter(l -> SENTENCE.matcher(l).find())
          .distinct()
          .toList();
    }
  }

  private static Stream<String> literals(String source) {
    String code = COMMENT.matcher(source).replaceAll("");
    return LITERAL
        .matcher(OURS.matcher(code).replaceAll(""))
        .results()
        .map(m -> m.group(1).translateEscapes())
        .flatMap(l -> Stream.of(l.split("%[0-9a-z]+")));
  }

  private static String read(Path file) {
    try {
      return Files.readString(file, UTF_8);
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }
}
