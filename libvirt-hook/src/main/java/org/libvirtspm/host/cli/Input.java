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

  /** Maximum document size in bytes; of a larger document one byte more is read. */
  static final int MAX_BYTES = SourceText.MAX_BYTES;

  /** Description of FILE in the help. */
  static final String DESCRIPTION = "A domain's XML, in UTF-8; - is standard input.";

  private static final String STANDARD_INPUT = "-";

  /** Rejects a name that no file can have. */
  static Input of(String argument) {
    if (argument.isEmpty()) {
      throw new UsageException("a FILE has an empty name");
    }
    var unused = pathOf(argument);
    return new Input(argument);
  }

  /** Returns the path as typed. */
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

  /** Returns the file name in messages. */
  String displayName() {
    return isStandardInput() ? "<stdin>" : argument;
  }

  /** Reads the document, up to one byte more than the limit. */
  byte[] read(InputStream standardInput) throws IOException {
    try {
      return isStandardInput() ? standardInput.readNBytes(MAX_BYTES + 1) : readFile();
    } catch (IOException e) {
      throw new Failure("cannot read " + displayName(), e);
    }
  }

  /** Wrapped: Java asks a plain file stream for its length, and a pipe has none. */
  private byte[] readFile() throws IOException {
    try (InputStream in = new FilterInputStream(Files.newInputStream(path())) {}) {
      return in.readNBytes(MAX_BYTES + 1);
    }
  }
}
