package org.libvirtspm.schema;

import static org.junit.jupiter.api.Assertions.fail;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** libxml2's xmllint, called as virt-xml-validate calls it: no network option, no output. */
final class Xmllint implements Validator {
  private static final int VALID = 0;
  private static final int INVALID = 3;
  private final List<String> command;
  private final Map<String, String> environment;

  Xmllint(List<String> options, Path grammar) {
    this(options, grammar, Map.of());
  }

  Xmllint(List<String> options, Path grammar, Map<String, String> environment) {
    Prerequisite.program("xmllint", "libxml2-utils");
    this.command = new ArrayList<>(List.of("xmllint", "--noout"));
    this.command.addAll(options);
    this.command.add(grammar.toString());
    this.environment = environment;
  }

  @Override
  public Optional<String> complaint(Path document) throws IOException, InterruptedException {
    Process process = start(document);
    String said =
        new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return switch (process.waitFor()) {
      case VALID -> Optional.empty();
      case INVALID -> Optional.of(said);
      default -> fail("xmllint could not judge " + document + ": " + said);
    };
  }

  private Process start(Path document) throws IOException {
    List<String> words = new ArrayList<>(command);
    words.add(document.toString());
    ProcessBuilder builder = new ProcessBuilder(words).redirectErrorStream(true);
    builder.environment().putAll(environment);
    return builder.start();
  }
}
