package org.libvirtspm.testbed;

import java.util.Arrays;
import org.xmlunit.builder.DiffBuilder;
import org.xmlunit.builder.Input;

/** Whether two documents are the same. */
final class SameXml {
  private SameXml() {}

  /** Compares bytes where the layout is libvirt's own, else the XML with its comments. */
  static boolean same(byte[] expected, byte[] actual, boolean bytes) {
    if (bytes) {
      return Arrays.equals(expected, actual);
    }
    return !DiffBuilder.compare(Input.fromByteArray(expected))
        .withTest(Input.fromByteArray(actual))
        .ignoreWhitespace()
        .checkForIdentical()
        .build()
        .hasDifferences();
  }
}
