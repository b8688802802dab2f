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
 * Where a run reads from and writes to.
 *
 * @param out carries documents and asked-for help only
 * @param interactive whether somebody watches {@code err}
 * @param debug whether an internal error is shown in full
 * @param envelope what gathers all there is to say, in place of {@code err}; empty for text
 */
record Terminal(
    InputStream in,
    OutputStream out,
    PrintStream err,
    boolean interactive,
    boolean debug,
    Optional<Envelope> envelope) {

  /** Set by the launcher, since Java can't tell whether standard error is a terminal. */
  private static final String STDERR_IS_TERMINAL = "virt-spm.terminal";

  private static final String DEBUG = "VIRT_SPM_DEBUG";

  /** True when somebody watches {@code out} and has not asked for plain text. */
  boolean colours() {
    return out instanceof SafeOutput
        && envelope.isEmpty()
        && wantsColours(target(), System.getenv());
  }

  /** What standard output goes to; empty where that can't be told. */
  private static String target() {
    try {
      return Files.readSymbolicLink(Path.of("/proc/self/fd/1")).toString();
    } catch (IOException e) {
      return "";
    }
  }

  /** By no-color.org an empty NO_COLOR is none. */
  static boolean wantsColours(String target, Map<String, String> environment) {
    return environment.getOrDefault("NO_COLOR", "").isEmpty()
        && !environment.getOrDefault("TERM", "dumb").equals("dumb")
        && isTerminal(target);
  }

  /** True when somebody watches {@code out}. */
  boolean isWatched() {
    return out instanceof SafeOutput && envelope.isEmpty() && isTerminal(target());
  }

  private static boolean isTerminal(String target) {
    return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
  }

  /** Erases the line that a terminal's cursor is in. */
  private static final String ERASE_LINE = "\r\033[K";

  private static final int FILE_TYPE = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;

  /** For text. */
  Terminal(InputStream in, OutputStream out, PrintStream err, boolean interactive, boolean debug) {
    this(in, out, err, interactive, debug, Optional.empty());
  }

  /** The streams of this process; standard output unbuffered, so that its failures are seen. */
  static Terminal ofProcess() {
    return new Terminal(
        new BufferedInputStream(new FileInputStream(FileDescriptor.in)),
        safe(1, new FileOutputStream(FileDescriptor.out)),
        new ErrorStream(safe(2, new FileOutputStream(FileDescriptor.err))),
        Boolean.getBoolean(STDERR_IS_TERMINAL),
        "1".equals(System.getenv(DEBUG)));
  }

  /** The same for a run that prints one JSON object and no text. */
  Terminal with(Envelope gathering) {
    return new Terminal(in, out, err, false, debug, Optional.of(gathering));
  }

  /** True where a note on what is fine disturbs nobody: a person reads it, or a program. */
  boolean tellsMore() {
    return interactive || envelope.isPresent();
  }

  /**
   * Has the envelope, if there is one, name that document where nothing else is said.
   *
   * @param file its name; null for a domain of libvirt's
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

  /** Says something beside the answer: as a line on standard error, or in the envelope. */
  void say(Finding finding, String line) {
    envelope.ifPresentOrElse(
        gathering -> gathering.add(finding), () -> err.println(Printable.text(line)));
  }

  /** Says what stands for itself, and below it why it matters and what mends it. */
  void say(Finding finding) {
    say(finding, "virt-spm: " + finding.level().word() + ": " + finding.what());
    if (envelope.isEmpty()) {
      err.print(Findings.reasons(finding));
    }
  }

  /** Gives the answer: as text, or in the envelope; only that which is asked for is made. */
  void answer(Supplier<Map<String, Object>> fields, Supplier<String> text) throws IOException {
    if (envelope.isPresent()) {
      envelope.get().setResult(fields.get());
    } else {
      FormatOption.print(this, text.get());
    }
  }

  /** Data stays as it is in a file or pipe; a character device may be a terminal. */
  private static OutputStream safe(int descriptor, OutputStream stream) {
    try {
      Object mode = Files.getAttribute(Path.of("/proc/self/fd/" + descriptor), "unix:mode");
      return ((Integer) mode & FILE_TYPE) == CHARACTER_DEVICE ? new SafeOutput(stream) : stream;
    } catch (IOException e) {
      return new SafeOutput(stream);
    }
  }

  /** Erases the line that was begun on standard error. */
  void eraseLine() {
    if (err instanceof ErrorStream stream && stream.target instanceof SafeOutput safe) {
      safe.writeRaw(ERASE_LINE);
    } else {
      err.print(ERASE_LINE);
    }
  }

  /** Standard error, which knows what it writes to. */
  private static final class ErrorStream extends PrintStream {

    private final OutputStream target;

    ErrorStream(OutputStream target) {
      super(target, true, StandardCharsets.UTF_8);
      this.target = target;
    }
  }
}
