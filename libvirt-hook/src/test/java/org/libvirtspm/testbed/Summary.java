package org.libvirtspm.testbed;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Collections;
import java.util.Map;
import org.libvirtspm.host.demo.Versions;

/** Notes what ran on what, for the table at the end of a run; src/testbed/summary prints it. */
public final class Summary {

  private static final Path FILE = Path.of("target", "testbed-summary", "cases.tsv");

  static {
    try {
      Files.createDirectories(FILE.getParent());
      Files.deleteIfExists(FILE);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Summary() {}

  /** Notes the programs of a suite. */
  public static void versions(String suite, Map<String, String> versions) throws IOException {
    write("on\t" + suite + "\t" + Versions.sentence(versions));
  }

  /** Notes a case that has passed. */
  public static void passed(String suite, String kind) throws IOException {
    write("case\t" + suite + "\t" + kind);
  }

  /** Notes as many cases that have passed. */
  static void passed(String suite, String kind, int cases) throws IOException {
    write(String.join("\n", Collections.nCopies(cases, "case\t" + suite + "\t" + kind)));
  }

  private static synchronized void write(String line) throws IOException {
    Files.writeString(FILE, line + "\n", StandardOpenOption.CREATE, StandardOpenOption.APPEND);
  }
}
