package org.libvirtspm.translator.fuzz;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.libvirtspm.translator.golden.GoldenCase;
import org.libvirtspm.translator.golden.GoldenTarget;

/** The documents that fuzzing starts from: goldens, samples, and their translations. */
final class Seeds {

  private static final int LONGEST = 20_000;
  private static final List<String> EXTENDED = extended();
  private static final List<String> TRANSLATED = translated();
  private static final List<String> NAMES = findNames();

  private Seeds() {}

  /** One of the documents, extended or translated. */
  static String some(Choices choices) {
    return choices.of(choices.once(2) ? EXTENDED : TRANSLATED);
  }

  /** The names elements have in these documents. */
  static List<String> names() {
    return NAMES;
  }

  private static List<String> extended() {
    Stream<byte[]> goldens = GoldenCase.all().stream().map(GoldenCase::document);
    return Stream.concat(goldens, samples())
        .filter(d -> d.length < LONGEST)
        .map(d -> new String(d, UTF_8))
        .toList();
  }

  private static List<String> translated() {
    return EXTENDED.stream()
        .flatMap(
            d ->
                GoldenTarget.ALL.stream()
                    .flatMap(t -> t.translate(d.getBytes(UTF_8)).document().stream())
                    .map(b -> new String(b, UTF_8)))
        .distinct()
        .toList();
  }

  private static Stream<byte[]> samples() {
    try (Stream<Path> files = Files.list(Path.of("..", "samples"))) {
      return files
          .filter(f -> f.toString().endsWith(".xml"))
          .sorted()
          .map(Seeds::read)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static List<String> findNames() {
    Pattern name = Pattern.compile("<([a-zA-Z:_]+)");
    return TRANSLATED.stream()
        .flatMap(d -> name.matcher(d).results().map(m -> m.group(1)))
        .distinct()
        .sorted()
        .toList();
  }
}
