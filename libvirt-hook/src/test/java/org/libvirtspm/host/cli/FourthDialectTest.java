package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import javax.tools.ToolProvider;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.libvirtspm.host.qmp.FakeEmulator;
import org.libvirtspm.translator.internal.dialect.FourthDialect;

/** A dialect is one class and one line: with both, the whole program knows it. */
@Isolated("a process started meanwhile may hold a program open that was just written")
class FourthDialectTest {

  private static final Path LIST =
      Path.of(
          "../translator/src/main/java/org/libvirtspm/translator/internal/dialect/Dialects.java");
  private static final String LAST = "new SpMemDialect());";

  @TempDir static Path folder;

  /** The list of dialects with the one line, before the one without it on the class path. */
  @BeforeAll
  static void addTheLine() throws IOException {
    String list = Files.readString(LIST);
    assertTrue(list.contains(LAST), list);
    Path longer = Files.createDirectory(folder.resolve("source")).resolve("Dialects.java");
    String line = "new SpMemDialect(), new " + FourthDialect.class.getSimpleName() + "());";
    Files.writeString(longer, list.replace(LAST, line));
    String[] options = {"-nowarn", "-proc:none", "-cp", classPath(), "-d", classes()};
    List<String> all = new ArrayList<>(List.of(options));
    all.add(longer.toString());
    assertEquals(
        0, ToolProvider.getSystemJavaCompiler().run(null, null, null, all.toArray(String[]::new)));
  }

  private static String classPath() {
    return System.getProperty("java.class.path");
  }

  private static String classes() {
    return folder.resolve("classes").toString();
  }

  private static String run(String... args) throws IOException, InterruptedException {
    Path out = Files.createTempFile(folder, "out", "");
    List<String> command =
        new ArrayList<>(
            List.of(
                System.getProperty("java.home") + "/bin/java",
                "-cp",
                classes() + File.pathSeparator + classPath(),
                Main.class.getName()));
    command.addAll(List.of(args));
    ProcessBuilder program =
        new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(out.toFile());
    program.environment().put("VIRT_SPM_PROBE_CACHE", folder.resolve("cache").toString());
    assertEquals(0, program.start().waitFor(), () -> "see " + out);
    return Files.readString(out);
  }

  @Test
  void probeFindsIt() throws Exception {
    Path qemu = FakeEmulator.speaking(folder, "coherent", "bool", FakeEmulator.NO_DEVICE);
    assertEquals(qemu + ": QEMU, dialect coherent\n", run("probe", qemu.toString()));
  }

  @Test
  void translateSpeaksIt() throws Exception {
    Path domain = Path.of("../samples/apu-hbm.xml");
    String translated = run("translate", "--dialect", "coherent", domain.toString());
    assertTrue(translated.contains(",memdev=ram-node1,coherent=on'"), translated);
    assertTrue(translated.contains("dialect='coherent' form='passthrough'"), translated);
  }

  @Test
  void helpManualAndCompletionNameIt() throws Exception {
    String help = run("translate", "--help");
    assertTrue(help.contains("[--dialect auto|spm|memmap-type|sp-mem|coherent]"), help);
    assertTrue(help.replaceAll("\\s+", " ").contains("coherent (QEMU of tomorrow)"), help);
    assertTrue(run("completion", "bash").contains("auto spm memmap-type sp-mem coherent"));
    assertTrue(run("manual", "virt-spm-translate").contains("coherent"));
  }
}
