package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Path;

/** Where one result goes. */
@FunctionalInterface
interface Output {

  /** Writes the whole document, or leaves what was there. */
  void write(byte[] document) throws IOException;

  /** A result that is only a judgement. */
  static Output nowhere() {
    return document -> {};
  }

  /** A result for whoever reads our standard output. */
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

  /** A result in a file that the user named. */
  static Output to(Path file) {
    return to(file, WholeFile::write);
  }

  /** A result in a folder that the user named. */
  static Output inFolder(Path file) {
    return to(file, WholeFile::writeInFolder);
  }

  /** How a file is written. */
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
