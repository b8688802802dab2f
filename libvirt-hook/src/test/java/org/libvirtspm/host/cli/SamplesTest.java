package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libvirtspm.translator.Dialect;

class SamplesTest {

  private static final List<String> LIBVIRTS = List.of("9.0", "11.3", "12.8");

  static Stream<Arguments> everySampleForEveryTarget() {
    return Samples.all().stream()
        .flatMap(
            sample ->
                Dialect.all().stream()
                    .map(Dialect::name)
                    .flatMap(d -> LIBVIRTS.stream().map(v -> Arguments.of(sample, d, v))));
  }

  @ParameterizedTest
  @MethodSource("everySampleForEveryTarget")
  void sampleIsTranslatedAndComesBack(Path sample, String dialect, String libvirt)
      throws IOException {
    String original = Files.readString(sample);
    String[] target = {"translate", "--werror", "--dialect", dialect, "--libvirt", libvirt};
    CommandRun there = run(target, sample.toString(), "");
    assertEquals("", there.err());
    assertEquals(0, there.status());
    assertNotEquals(original, there.outText());

    assertEquals(there.outText(), run(target, "-", there.outText()).outText(), "twice");
    CommandRun back = CommandRun.withInput(there.outText(), "untranslate", "-");
    assertEquals(original, back.outText());
    assertEquals("", back.err());
  }

  static List<Path> samples() {
    return Samples.all();
  }

  @ParameterizedTest
  @MethodSource("samples")
  void sampleIsValidAndExplained(Path sample) throws IOException {
    CommandRun run = CommandRun.of("validate", "--werror", sample.toString());
    assertEquals("", run.err());
    assertEquals(0, run.status());
    assertTrue(Files.readString(sample).startsWith("<!--\n"), "a reader needs a word of why");
    String name = sample.getFileName().toString().replace(".xml", "");
    assertTrue(Files.readString(sample).contains("<name>" + name + "</name>"));
  }

  @Test
  void everyExpectedSampleIsThere() {
    for (String name :
        List.of("apu-hbm", "ram-backed", "two-accelerators", "hugepages", "metadata-form")) {
      assertTrue(Files.exists(Samples.named(name + ".xml")), name);
    }
  }

  private static CommandRun run(String[] target, String file, String input) {
    return CommandRun.withInput(
        input, Stream.concat(Stream.of(target), Stream.of(file)).toArray(String[]::new));
  }
}
