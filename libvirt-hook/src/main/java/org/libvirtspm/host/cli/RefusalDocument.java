package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.apply.DomainFailure;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.internal.xml.Escape;

/**
 * A document that every libvirt refuses with our message: {@code unsupported configuration: invalid
 * domain type libvirt-spm refuses: ...} (seen with 12.8). libvirt checks the name first, then the
 * type. An engine that has libvirt validate documents shows the message.
 */
final class RefusalDocument {

  /** libvirt cuts its messages at 1024 bytes (VIR_ERROR_MAX_LENGTH). */
  private static final int MAX_LENGTH = 800;

  private RefusalDocument() {}

  /** Makes the document for a refusal; shows the first error. */
  static byte[] of(List<Problem> problems) {
    Problem first =
        problems.stream().filter(p -> p.severity() == Severity.ERROR).findFirst().orElseThrow();
    return of(first.message() + " (line " + first.line() + ")");
  }

  /** Makes the document for a failed translation. */
  static byte[] of(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return of(DomainFailure.memory());
    }
    Throwable reason = e instanceof UncheckedIOException ? e.getCause() : e;
    boolean isSentence = reason instanceof IOException || reason instanceof UsageException;
    return of(isSentence ? reason.getMessage() : "this is a bug in virt-spm (" + e + ")");
  }

  private static byte[] of(String sentence) {
    String printable = Printable.text(sentence);
    String kept =
        printable.length() > MAX_LENGTH ? printable.substring(0, MAX_LENGTH) + "..." : printable;
    String type = Escape.value("libvirt-spm refuses: " + kept);
    return ("<domain type='" + type + "'><name>libvirt-spm</name></domain>\n")
        .getBytes(StandardCharsets.UTF_8);
  }
}
