package org.libvirtspm.schema;

import java.nio.file.Path;
import java.util.Optional;

/** Somebody else's program or library that judges a document. */
interface Validator {
  /** Returns the first complaint about a document, or nothing if it is accepted. */
  Optional<String> complaint(Path document) throws Exception;
}
