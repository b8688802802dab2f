package org.libvirtspm.translator.oracle;

import static org.junit.jupiter.api.Assertions.assertFalse;

import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;
import org.xmlunit.diff.Diff;

/** Compares documents by their content, comments and prefixes included, layout not. */
public final class SameXml {
  private SameXml() {}

  /** Fails when the documents differ. */
  public static void check(byte[] expected, byte[] actual) {
    Diff diff =
        DiffBuilder.compare(Input.fromByteArray(expected))
            .withTest(Input.fromByteArray(actual))
            .ignoreWhitespace()
            .checkForIdentical()
            .build();
    assertFalse(diff.hasDifferences(), diff::toString);
  }
}
