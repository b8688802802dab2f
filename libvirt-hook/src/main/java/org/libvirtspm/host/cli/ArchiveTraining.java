package org.libvirtspm.host.cli;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import org.libvirtspm.translator.Dialect;

/** Runs the verbs that need no libvirt, to train the JVM's start-up archive. */
final class ArchiveTraining {

  private final Path folder;

  private ArchiveTraining(Path folder) {
    this.folder = folder;
  }

  /** Takes an empty working folder, and documents with SPM. */
  public static void main(String[] args) throws IOException {
    ArchiveTraining training = new ArchiveTraining(Path.of(args[0]));
    for (String sample : Arrays.asList(args).subList(1, args.length)) {
      training.document(Path.of(sample));
    }
    training.usage();
    Main.main(new String[] {"--version"});
  }

  private void document(Path sample) throws IOException {
    run("validate", sample.toString());
    String translated = folder.resolve("translated.xml").toString();
    String again = folder.resolve("again.xml").toString();
    for (Dialect dialect : Dialect.all()) {
      for (String libvirt : List.of("11.0", "12.0")) {
        run(
            "translate",
            "--dialect=" + dialect.name(),
            "--libvirt=" + libvirt,
            "-o",
            translated,
            sample.toString());
        run("translate", "--dialect=" + dialect.name(), "-o", again, translated);
        run("validate", translated);
        run("untranslate", translated);
      }
    }
    run("translate", sample.toString());
    refusedAndPlain(Files.readString(sample));
  }

  private void refusedAndPlain(String sample) throws IOException {
    Path changed = folder.resolve("changed.xml");
    for (String text :
        List.of(
            sample.replace(" spm='on'", ""),
            sample.replace(" memory='", " memory='x"),
            sample.replace("</cpu>", ""))) {
      Files.writeString(changed, text);
      run("translate", "--dialect=spm", changed.toString());
      run("validate", changed.toString());
    }
  }

  private void usage() {
    run("--version");
    run("--help");
    run("translate", "--help");
    run("frobnicate");
    run("translate", "--frobnicate");
  }

  private static void run(String... args) {
    PrintStream nowhere =
        new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
    Terminal terminal =
        new Terminal(
            new ByteArrayInputStream(new byte[0]),
            OutputStream.nullOutputStream(),
            nowhere,
            true,
            false);
    var unused = new VirtSpm(terminal).run(args);
  }
}
