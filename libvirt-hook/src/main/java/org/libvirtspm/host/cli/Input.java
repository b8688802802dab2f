package org.libvirtspm.host.cli;

import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import org.libvirtspm.translator.internal.xml.SourceText;

/** A document named on the command line. */
record Input(String argument) {

  /** The largest document taken, in bytes; what is read of a larger one is one byte more. */
  static final int MAX_BYTES = SourceText.MAX_BYTES;

  /** What a FILE is, for the help. */
  static final String DESCRIPTION = "A domain's XML, in UTF-8; - is standard input.";

  private static final String STANDARD_INPUT = "-";

  /** Refuses a name that can't be a file's. */
  static Input of(String argument) {
    if (argument.isEmpty()) {
      throw new UsageException("a FILE has an empty name");
    }
    var unused = pathOf(argument);
    return new Input(argument);
  }

  /** The path that was typed. */
  static Path pathOf(String typed) {
    try {
      return Path.of(typed);
    } catch (InvalidPathException e) {
      throw new UsageException("'" + typed + "' can't be a file's name: " + e.getReason());
    }
  }

  boolean isStandardInput() {
    return argument.equals(STANDARD_INPUT);
  }

  Path path() {
    return pathOf(argument);
  }

  /** The name problems are reported under. */
  String displayName() {
    return isStandardInput() ? "<stdin>" : argument;
  }

  /** Reads the document, and no more than one byte beyond the limit. */
  byte[] read(InputStream standardInput) throws IOException {
    try {
      return isStandardInput() ? standardInput.readNBytes(MAX_BYTES + 1) : readFile();
    } catch (IOException e) {
      throw new Failure("cannot read " + displayName(), e);
    }
  }

  /** Wrapped, because Java asks a file's own stream for its length, and a pipe has none. */
  private byte[] readFile() throws IOException {
    try (InputStream in = new FilterInputStream(Files.newInputStream(path())) {}) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }
}
