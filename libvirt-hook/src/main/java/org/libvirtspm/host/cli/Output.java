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

  /** A result in a file. */
  static Output to(Path file) {
    return document -> {
      try {
        WholeFile.write(file, document);
      } catch (IOException e) {
        throw new Failure("cannot write " + file, e);
      }
    };
  }
}
