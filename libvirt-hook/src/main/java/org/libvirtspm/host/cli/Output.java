package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Destination of one result. */
@FunctionalInterface
interface Output {

  /** Writes the whole document, or leaves the old content. */
  void write(byte[] document) throws IOException;

  /** Discards results, for runs that only check. */
  static Output nowhere() {
    return document -> {};
  }

  /** Writes to standard output. */
  static Output to(OutputStream stream) {
    return document -> {
      try {
        stream.write(document);
        stream.flush();
      } catch (IOException e) {
        throw new Failure("cannot write standard output", e);
      }
    };
  }

  /** Writes to a file that the user named. */
  static Output to(Path file) {
    return to(file, WholeFile::write);
  }

  /** Writes to a file in a folder that the user named. */
  static Output inFolder(Path file) {
    return to(file, WholeFile::writeInFolder);
  }

  /** A way to write a file. */
  @FunctionalInterface
  interface Writing {
    /** Replaces or makes the file. */
    void to(Path file, byte[] content) throws IOException;
  }

  private static Output to(Path file, Writing writing) {
    return document -> {
      try {
        writing.to(file, document);
      } catch (IOException e) {
        throw new Failure("cannot write " + file, e);
      }
    };
  }
}
