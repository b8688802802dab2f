package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SplittableRandom;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.fuzz.Cases;
import org.libvirtspm.host.fuzz.EditedDocuments;

/**
 * Whatever stands on the command line: an answer, or a refusal that leaves everything as it was.
 */
@Execution(ExecutionMode.CONCURRENT)
class CommandFuzzTest {

  private static final List<String> COMMANDS =
      List.of("translate", "untranslate", "validate", "show", "help", "completion", "frob");

  private static final List<String> OPTIONS =
      List.of("--dialect", "--libvirt", "--emulator", "-o", "--format");

  private static final List<String> FLAGS = List.of("--werror", "--", "-h", "--werror=");

  private static final List<String> VALUES =
      List.of(
          "",
          "-",
          "--",
          "=",
          "auto",
          "spm",
          "sp-mem",
          "12.8",
          "12.8.0.1",
          "99999999999.1",
          "\u0661\u0662.\u0668",
          "-1.0",
          "json",
          "JSON",
          "svg",
          "bash",
          "%s%n{0}",
          "a\0b",
          "a\nb",
          "\033[2J",
          "\u202e\u0130\u00df",
          "\ud800",
          "'\"`$(x)",
          "x".repeat(300));

  @TempDir Path folder;

  @Test
  void everyCommandLineHasAnAnswer() {
    Cases.run(
        random -> {
          try {
            check(random);
          } catch (IOException e) {
            throw new UncheckedIOException(e);
          }
        });
  }

  private void check(SplittableRandom random) throws IOException {
    clear();
    String document = file(random, EditedDocuments.some(random));
    String command = of(COMMANDS, random);
    List<String> line = new ArrayList<>(List.of(command));
    Map<String, String> given = new TreeMap<>();
    int count = random.nextInt(3);
    for (int i = 0; i < count; i++) {
      String option = of(OPTIONS, random);
      String value = value(random);
      value = option.equals("-o") ? folder + "/" + value.replace("/", "") : value;
      boolean joined = option.length() > 2 && random.nextBoolean();
      line.addAll(joined ? List.of(option + "=" + value) : List.of(option, value));
      given.put(option, value);
    }
    boolean flagged = random.nextInt(4) == 0;
    if (flagged) {
      line.add(of(FLAGS, random));
    }
    line.add(document);
    Map<Path, String> before = files();
    CommandRun run = CommandRun.withInput("", line.toArray(String[]::new));
    String what = line + ": " + run;
    assertTrue(Set.of(0, 1, 2, 3).contains(run.status()), what);
    assertFalse(run.err().contains("this is a bug") || run.err().contains("\tat "), what);
    assertTrue(run.err().lines().allMatch(l -> l.equals(Printable.text(l))), what);
    if (run.status() == 1 || run.status() == 2) {
      boolean isEnvelope = run.outText().startsWith("{");
      assertNotEquals(isEnvelope, !run.err().isBlank(), what);
      assertTrue(isEnvelope || run.outText().isEmpty(), what);
      assertEquals(before, files(), what);
    }
    boolean isOption = given.values().stream().anyMatch(v -> v.startsWith("-"));
    boolean isOnlyMistake = count == 1 && !isOption && !flagged && !document.contains("\0");
    if (command.equals("translate") && isOnlyMistake) {
      quotes(given, run, what);
    }
  }

  /** A word that is none to choose from is shown. */
  private static void quotes(Map<String, String> given, CommandRun run, String what) {
    String dialect = given.getOrDefault("--dialect", "auto");
    if (!Set.of("auto", "spm", "sp-mem", "memmap-type").contains(dialect)) {
      assertEquals(2, run.status(), what);
      assertTrue(run.err().contains("'" + Printable.text(dialect) + "'"), what);
    }
    String libvirt = given.getOrDefault("--libvirt", "12.8");
    if (!libvirt.matches("[0-9]{1,4}(\\.[0-9]{1,3}){0,2}")) {
      assertEquals(2, run.status(), what);
      assertTrue(run.err().contains("'" + Printable.text(libvirt) + "'"), what);
    }
  }

  /** Writes the document under a name of any characters that the file system takes. */
  private String file(SplittableRandom random, String document) throws IOException {
    String name = folder + "/" + value(random).replace("/", "");
    try {
      Path file = Path.of(name);
      if (!Files.exists(file) && file.getFileName().toString().length() < 200) {
        Files.writeString(file, document);
      }
    } catch (InvalidPathException e) {
      // The command line is told of it anyhow.
    }
    return name;
  }

  private static String value(SplittableRandom random) {
    if (random.nextInt(3) > 0) {
      return of(VALUES, random);
    }
    StringBuilder some = new StringBuilder();
    for (int length = random.nextInt(6); length >= 0; length--) {
      some.append((char) random.nextInt(random.nextBoolean() ? 0x180 : 0x10000));
    }
    return some.toString();
  }

  private static String of(List<String> some, SplittableRandom random) {
    return some.get(random.nextInt(some.size()));
  }

  private Map<Path, String> files() throws IOException {
    Map<Path, String> files = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.toList()) {
        files.put(file, Files.readString(file));
      }
    }
    return files;
  }

  private void clear() throws IOException {
    for (Path file : files().keySet()) {
      Files.delete(file);
    }
  }
}
