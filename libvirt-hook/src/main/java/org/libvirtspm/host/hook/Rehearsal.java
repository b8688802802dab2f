package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.probe.CachedProbe;
import org.libvirtspm.host.qmp.EmulatorFacts;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.host.trust.PathTrust;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.Form;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translating;
import org.libvirtspm.translator.internal.domain.CellReading;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

/**
 * A run of all that starting guests go through, for the JVM to make its start-up archive of. It
 * gives the hook files of its own, and never the domain of anybody else.
 */
public final class Rehearsal {

  private static final String DOMAIN = "libvirt-spm rehearsal";
  private static final LibvirtVersion LIBVIRT = new LibvirtVersion(12, 0, 0);

  /** Binding with which no ordinary cell can carry the memory of cell 1. */
  private static final String BINDING =
      "<numatune><memnode cellid='1' mode='strict' nodeset='0'/></numatune>";

  private final Path folder;
  private final String pattern;

  private Rehearsal(Path folder, String pattern) {
    this.folder = folder;
    this.pattern = pattern;
  }

  /** Takes a working folder, and extended XML with placeholders for files in it. */
  public static void main(String[] args) throws IOException, MalformedException {
    new Rehearsal(Path.of(args[0]), args[1]).run();
  }

  /** Returns the folder of the probe cache, for the environment. */
  public static Path probeCache(Path folder) {
    return folder.resolve("probe");
  }

  private void run() throws IOException, MalformedException {
    String extended =
        pattern
            .replace("@path@", file("memory", "rw-rw-rw-").toString())
            .replace("@emulator@", emulator().toString());
    String bound = extended.replace("<os ", BINDING + "<os ");
    for (Dialect dialect : Dialect.all()) {
      start(translated(extended, new Target(dialect, LIBVIRT, Form.PASSTHROUGH)));
      start(translated(extended, new Target(dialect, LIBVIRT)));
      start(translated(bound, new Target(dialect, LIBVIRT, Form.PASSTHROUGH)));
    }
    // The way in and out is rehearsed with an empty document.
    HookMain.main(new String[] {"system", state(), configuration(), "0", "release", DOMAIN});
  }

  private void start(byte[] document) {
    DocumentEmulator emulators = new DocumentEmulator(PathTrust.ofThisUser());
    Host host =
        new Host(HostFiles.HERE, Path.of(state()), Path.of(configuration()), false, emulators);
    for (String operation : List.of("restore", "prepare", "release")) {
      var unused = HookRun.answer(new HookCall(host, 0, operation, DOMAIN), document);
    }
  }

  private static byte[] translated(String extended, Target target) throws MalformedException {
    Translation result =
        Translating.translate(
            DocumentReader.read(new SourceText(extended)), emulator -> target, CellReading.DIRECT);
    return result.document().orElseThrow(() -> Problems.refusal(result.problems()));
  }

  /** Makes an emulator file with a cache entry, so that it is never run. */
  private Path emulator() throws IOException {
    Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx--x--x"));
    Path emulator = file("qemu-system-x86_64", "rwxr-xr-x");
    EmulatorFacts facts =
        new EmulatorFacts("0", Dialect.all().stream().map(Dialect::name).toList());
    var unused = new CachedProbe(e -> facts, List.of(probeCache(folder))).factsOf(emulator);
    return emulator;
  }

  private Path file(String name, String mode) throws IOException {
    Path file = Files.createFile(folder.resolve(name));
    return Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private String state() {
    return folder.resolve("state").toString();
  }

  private String configuration() {
    return folder.resolve("none").toString();
  }
}
