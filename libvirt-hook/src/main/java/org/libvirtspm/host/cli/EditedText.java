package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.check.Remedy;

/** Text in a private file, and an editor for it. */
final class EditedText implements AutoCloseable {

  private final Path path;
  private final byte[] original;
  private final Remedy remedy;
  private final Terminal terminal;
  private boolean kept;

  private EditedText(Path path, byte[] original, Remedy remedy, Terminal terminal) {
    this.path = path;
    this.original = original;
    this.remedy = remedy;
    this.terminal = terminal;
  }

  /** Writes the text to a new file with mode 0600. */
  static EditedText of(String domain, byte[] text, Remedy remedy, Terminal terminal)
      throws IOException {
    String name = domain.replaceAll("[^A-Za-z0-9_.-]", "_");
    String start = name.substring(0, Math.min(name.length(), 60));
    try {
      Path file = Files.createTempFile("virt-spm-" + start + "-", ".xml");
      EditedText edited = new EditedText(file, text, remedy, terminal);
      Files.write(edited.path, text);
      return edited;
    } catch (IOException e) {
      throw new Failure("cannot write a file to edit", e);
    }
  }

  Path path() {
    return path;
  }

  /** Runs the editor and returns the saved text. */
  byte[] edit() throws IOException {
    String editor = editor();
    String shell = editor + " \"$1\"" + (terminal.envelope().isPresent() ? " >&2" : "");
    Process process =
        new ProcessBuilder(List.of("/bin/sh", "-c", shell, editor, path.toString()))
            .inheritIO()
            .start();
    int status = waitFor(process);
    if (status != 0) {
      kept |= Files.exists(path) && !Arrays.equals(Files.readAllBytes(path), original);
      throw new IOException(
          "the editor '" + editor + "' ended with status " + status + "; the domain is unchanged");
    }
    return Files.readAllBytes(path);
  }

  /** Keeps the file when this is closed. */
  void keep() {
    kept = true;
  }

  /** Removes the file when this is closed. */
  void discard() {
    kept = false;
  }

  private static String editor() {
    for (String variable : List.of("VISUAL", "EDITOR")) {
      String value = System.getenv(variable);
      if (value != null && !value.isBlank()) {
        return value;
      }
    }
    return "vi";
  }

  private static int waitFor(Process process) throws IOException {
    try {
      return process.waitFor();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("interrupted while the editor ran", e);
    }
  }

  @Override
  public void close() throws IOException {
    if (kept) {
      String define = remedy.virtSpm("define", path.toString());
      String kept = "your text is kept in " + path;
      terminal.say(
          new Finding(Code.KEPT_TEXT, Finding.Level.NOTE, kept, "", define, null, null),
          "virt-spm: " + kept + "; " + define + " defines it");
    } else {
      Files.deleteIfExists(path);
    }
  }
}
