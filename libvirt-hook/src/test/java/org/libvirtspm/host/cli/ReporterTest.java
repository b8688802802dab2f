package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;

class ReporterTest {

  private static final byte[] DOCUMENT = "<domain>\n  <acpi/>\n".getBytes(StandardCharsets.UTF_8);

  private final ByteArrayOutputStream err = new ByteArrayOutputStream();

  @Test
  void warningIsShownAndLetsPass() {
    assertEquals(false, refuses(false, new Problem(Severity.WARNING, "cell", "it is off", 2, 3)));
    assertEquals("a.xml:2:3: warning: it is off\n  <acpi/>\n  ^\n", shown());
  }

  @Test
  void warningRefusesUnderWerror() {
    assertEquals(true, refuses(true, new Problem(Severity.WARNING, "cell", "it is off", 2, 3)));
    assertEquals("a.xml:2:3: error: it is off\n  <acpi/>\n  ^\n", shown());
  }

  @Test
  void errorRefuses() {
    assertEquals(true, refuses(false, new Problem(Severity.ERROR, "cell", "no", 1, 1)));
    assertEquals("a.xml:1:1: error: no\n<domain>\n^\n", shown());
  }

  private boolean refuses(boolean werror, Problem problem) {
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    return new Reporter(terminal, werror).refuses(Input.of("a.xml"), DOCUMENT, List.of(problem));
  }

  private String shown() {
    return err.toString(StandardCharsets.UTF_8);
  }
}
