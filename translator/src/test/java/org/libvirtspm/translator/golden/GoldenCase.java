package org.libvirtspm.translator.golden;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Translation;

/**
 * A document and the files beside it that say what becomes of it.
 *
 * @param input the document, NAME.xml
 */
public record GoldenCase(Path input) {
  private static final Path FOLDER = Path.of("src", "test", "resources", "golden");

  /** All cases, by name. */
  public static List<GoldenCase> all() {
    return files()
        .filter(f -> f.getFileName().toString().matches("[^.]+\\.xml"))
        .map(GoldenCase::new)
        .toList();
  }

  /** Every file in the folders of goldens. */
  static Stream<Path> files() {
    try (Stream<Path> files = Files.walk(FOLDER)) {
      return files
          .filter(f -> Files.isRegularFile(f) && !f.getParent().equals(FOLDER))
          .sorted()
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The file's name without its end. */
  public String name() {
    return input.getFileName().toString().replaceFirst("\\.xml$", "");
  }

  /** The document. */
  public byte[] document() {
    return read(input);
  }

  static byte[] read(Path file) {
    try {
      return Files.readAllBytes(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The targets it is translated for. */
  public List<GoldenTarget> targets() {
    return GoldenTarget.of(input.getParent());
  }

  /** The file of this case with that end. */
  Path file(String end) {
    return input.resolveSibling(name() + "." + end);
  }

  /** What there must be beside the document, as the translator sees it today. */
  SortedMap<Path, byte[]> answers() {
    Map<GoldenTarget, Translation> results =
        targets().stream().collect(Collectors.toMap(t -> t, t -> t.translate(document())));
    SortedMap<Path, byte[]> answers = new TreeMap<>();
    results.forEach((t, r) -> r.document().ifPresent(d -> answers.put(file(t.name() + ".xml"), d)));
    leaveOutOtherMark(answers);
    answers.putAll(said(results, false, "err"));
    answers.putAll(said(results, true, "warn"));
    return answers;
  }

  /**
   * The dialects spm and memmap-type differ by a word: one has a file only if it does otherwise.
   */
  private void leaveOutOtherMark(SortedMap<Path, byte[]> answers) {
    byte[] spm = answers.getOrDefault(file("spm.xml"), new byte[0]);
    String marked =
        new String(spm, UTF_8)
            .replace(",spm=on", ",memmap-type=spm")
            .replaceAll("dialect=(['\"])spm\\1", "dialect=$1memmap-type$1");
    if (Arrays.equals(answers.get(file("memmap-type.xml")), marked.getBytes(UTF_8))) {
      answers.remove(file("memmap-type.xml"));
    }
  }

  /** One file where all targets say the same. */
  private Map<Path, byte[]> said(
      Map<GoldenTarget, Translation> results, boolean translated, String end) {
    Map<Path, byte[]> files = new TreeMap<>();
    results.forEach(
        (t, r) -> {
          if (r.document().isPresent() == translated && !r.problems().isEmpty()) {
            files.put(file(t.name() + "." + end), print(r.problems()).getBytes(UTF_8));
          }
        });
    List<String> texts = files.values().stream().map(b -> new String(b, UTF_8)).toList();
    boolean alike = files.size() == results.size() && texts.stream().distinct().count() == 1;
    return alike ? Map.of(file(end), texts.get(0).getBytes(UTF_8)) : files;
  }

  private String print(List<Problem> problems) {
    return problems.stream()
        .map(p -> p.format(input.getFileName().toString()) + "\n")
        .collect(Collectors.joining());
  }
}
