package org.libvirtspm.host.cli;

import java.io.BufferedInputStream;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.document.DomainDocument;

/**
 * Streams and settings of a run.
 *
 * @param out for documents, answers and requested help only
 * @param interactive true if {@code err} is a terminal
 * @param debug true to show internal errors in full
 * @param envelope collects the output of a JSON run in place of {@code err}; empty for text
 */
record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean interactive,
    boolean debug,
    Optional<Envelope> envelope) {

  /**
   * System property set by the launcher, since Java cannot tell whether standard error is a
   * terminal.
   */
  private static final String STDERR_IS_TERMINAL = "virt-spm.terminal";

  private static final String DEBUG = "VIRT_SPM_DEBUG";

  /** True if {@code out} is a terminal and colours are not disabled. */
  boolean colours() {
    return out instanceof SafeOutput
        && envelope.isEmpty()
        && wantsColours(target(), System.getenv());
  }

  /** Returns the file behind standard output; empty if unknown. */
  private static String target() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /** An empty NO_COLOR counts as unset (no-color.org). */
  static boolean wantsColours(String target, Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb")
        && isTerminal(target);
  }

  /** True if {@code out} is a terminal. */
  boolean isWatched() {
    return out instanceof SafeOutput && envelope.isEmpty() && isTerminal(target());
  }

  private static boolean isTerminal(String target) {
    return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
  }

  /** Sequence that erases the cursor's line. */
  private static final String ERASE_LINE = "\r\033[K";

  private static final int FILE_TYPE = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;

  /** Makes a terminal for text output. */
  Terminal(InputStream in, OutputStream out, PrintStream err, boolean interactive, boolean debug) {
    this(in, out, err, interactive, debug, Optional.empty());
  }

  /**
   * Makes a terminal of the process's streams; standard output is unbuffered, so that write errors
   * are seen.
   */
  static Terminal ofProcess() {
    return new Terminal(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        safe(1, new FileOutputStream(FileDescriptor.out)),
        new ErrorStream(safe(2, new FileOutputStream(FileDescriptor.err))),
        Boolean.getBoolean(STDERR_IS_TERMINAL),
        "1".equals(System.getenv(DEBUG)));
  }

  /** Makes a terminal for a run that prints one JSON object. */
  Terminal with(Envelope gathering) {
    return new Terminal(in, out, err, false, debug, Optional.of(gathering));
  }

  /** True if notes about documents in order are wanted: on a terminal and in JSON. */
  boolean tellsMore() {
    return interactive || envelope.isPresent();
  }

  /**
   * Sets the document that the envelope's next entries are about.
   *
   * @param file its name; null for a domain of libvirt
   */
  void about(String file, byte[] document) {
    envelope.ifPresent(
        gathering ->
            gathering.about(
                file,
                DomainDocument.read(document)
                    .map(DomainDocument::name)
                    .filter(name -> !name.isEmpty())
                    .orElse(null)));
  }

  /** Adds a finding: a line on standard error, or an entry in the envelope. */
  void say(Finding finding, String line) {
    envelope.ifPresentOrElse(
        gathering -> gathering.add(finding), () -> err.println(Printable.text(line)));
  }

  /** Adds a finding with its reason and remedy below it. */
  void say(Finding finding) {
    say(finding, "virt-spm: " + finding.level().word() + ": " + finding.what());
    if (envelope.isEmpty()) {
      err.print(Findings.reasons(finding));
    }
  }

  /** Prints the answer as text or puts it into the envelope; only the requested one is computed. */
  void answer(Supplier<Map<String, Object>> fields, Supplier<String> text) throws IOException {
    if (envelope.isPresent()) {
      envelope.get().setResult(fields.get());
    } else {
      FormatOption.print(this, text.get());
    }
  }

  /**
   * Wraps a stream to a character device, which may be a terminal; files and pipes get the data
   * unchanged.
   */
  private static OutputStream safe(int descriptor, OutputStream stream) {
    try {
      Object mode = Files.getAttribute(Path.of("/proc/self/fd/" + descriptor), "unix:mode");
      return ((Integer) mode & FILE_TYPE) == CHARACTER_DEVICE ? new SafeOutput(stream) : stream;
    } catch (IOException e) {
      return new SafeOutput(stream);
    }
  }

  /** Erases an unfinished line on standard error. */
  void eraseLine() {
    if (err instanceof ErrorStream stream && stream.target instanceof SafeOutput safe) {
      safe.writeRaw(ERASE_LINE);
    } else {
      err.print(ERASE_LINE);
    }
  }

  /** Standard error, with knowledge of its target. */
  private static final class ErrorStream extends PrintStream {

    private final OutputStream target;

    ErrorStream(OutputStream target) {
      super(target, true, StandardCharsets.UTF_8);
      this.target = target;
    }
  }
}
