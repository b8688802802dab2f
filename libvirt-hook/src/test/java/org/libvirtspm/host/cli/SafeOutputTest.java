package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.Printable;

/** Nothing in a document steers the terminal that shows it. */
class SafeOutputTest {

  /** One of each kind that is legal in XML: DEL, CSI, directions, marks, separators, invisible. */
  private static final String HARMFUL =
      "\u007f\u009b31m\u0085\u202e\u202a\u2066\u2069\u200e\u200f\u061c\u2028\u2029\u200b\u00ad";

  @TempDir Path folder;

  private static String shown(String text, int chunk) throws IOException {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
    try (SafeOutput out = new SafeOutput(terminal)) {
      for (int i = 0; i < bytes.length; i += chunk) {
        out.write(bytes, i, Math.min(chunk, bytes.length - i));
      }
    }
    return terminal.toString(StandardCharsets.UTF_8);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 2, 3, 5, 100})
  void harmfulCharactersAreShownAsReferences(int chunk) throws IOException {
    assertEquals("a&#x9B;31m&#x7F;&#x1B;[K", shown("a\u009b31m\u007f\u001b[K", chunk));
    assertEquals("&#x202E;x&#x2028;", shown("\u202ex\u2028", chunk));
    String plain = "<gr\u00f6\u00dfe>\t\u4e2d\ud83d\ude00\r\n</gr\u00f6\u00dfe>\n";
    assertEquals(plain, shown(plain, chunk));
    assertEquals("over&#xD;written\r\n", shown("over\rwritten\r\n", chunk));
  }

  @Test
  void longTextIsWhole() throws IOException {
    String text = "\u00fc\u4e2d\ud83d\ude00x".repeat(10_000);
    assertEquals(text, shown(text, 1 << 20));
  }

  @Test
  void brokenBytesAreReplaced() throws IOException {
    ByteArrayOutputStream terminal = new ByteArrayOutputStream();
    try (SafeOutput out = new SafeOutput(terminal)) {
      out.write(new byte[] {'a', (byte) 0x9b, 'b'});
    }
    assertEquals("a\ufffdb", terminal.toString(StandardCharsets.UTF_8));
  }

  @Test
  void jsonEscapesThem() throws IOException {
    String json = Json.text(Map.of("name" + HARMFUL, "a" + HARMFUL + "\ud800z"));
    assertTrue(json.contains("\"a\\u007F\\u009B31m\\u0085\\u202E"), json);
    assertTrue(json.endsWith("\\uD800z\"\n}\n"), json);
    json.chars().forEach(c -> assertTrue(c == '\n' || !Printable.isHarmful(c), json));
    assertTrue(Json.text("gr\u00f6\u00dfe \u4e2d").contains("gr\u00f6\u00dfe \u4e2d"));
  }

  @Test
  void textIsFreeOfThem() {
    Printable.text("a" + HARMFUL + "\ud800z\n")
        .chars()
        .forEach(c -> assertTrue(!Printable.isHarmful(c)));
  }

  /** Runs the command with a terminal of its own for standard output and error. */
  @ParameterizedTest
  @CsvSource({"translate, 0", "untranslate, 0", "validate, 0", "validate --werror, 2"})
  void documentOnATerminalSteersNothing(String command, int status) throws Exception {
    String document =
        "<domain type='kvm'><!-- %s --><name>x%s</name><title>%s</title></domain>\n"
            .formatted(HARMFUL, HARMFUL, HARMFUL)
            .replace(
                "<name>",
                command.contains("werror")
                    ? "<cpu><numa>\n<cell id='0' spm='" + HARMFUL + "'/></numa></cpu><name>"
                    : "<name>");
    Path file = Files.writeString(folder.resolve("vm" + HARMFUL + ".xml"), document);
    TerminalRun run = TerminalRun.of(folder, Map.of(), command + " '" + file + "'");
    String seen = run.shown();
    assertEquals(status, run.status(), seen);
    seen.replace("\r\n", "\n")
        .codePoints()
        .forEach(c -> assertTrue(c == '\n' || !Printable.isHarmful(c), Integer.toHexString(c)));
    assertEquals(command.contains("translate"), seen.contains("&#x9B;31m&#x85;&#x202E;"), seen);
  }

  @Test
  void documentInAPipeIsTheSameBytes() throws IOException {
    String document = "<domain type='kvm'><name>x" + HARMFUL + "</name></domain>\n";
    Path file = Files.writeString(folder.resolve("vm.xml"), document);
    assertArrayEquals(
        document.getBytes(StandardCharsets.UTF_8),
        CommandRun.of("translate", file.toString()).outText().getBytes(StandardCharsets.UTF_8));
  }
}
