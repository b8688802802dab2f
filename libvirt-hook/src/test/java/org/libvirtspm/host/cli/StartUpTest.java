package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class StartUpTest {

  @TempDir Path folder;

  /** Each costs time that a short run does not have. */
  private static final List<String> UNWANTED =
      List.of("com.sun.jna.", "org.libvirt.", "com.fasterxml.", "com.github.difflib.");

  @Test
  void translateLoadsOnlyWhatItNeeds() throws Exception {
    Path loaded = folder.resolve("classes");
    Process java =
        new ProcessBuilder(
                System.getProperty("java.home") + "/bin/java",
                "-Xlog:class+load:file=" + loaded,
                "-cp",
                System.getProperty(
                    "surefire.test.class.path", System.getProperty("java.class.path")),
                "org.libvirtspm.host.cli.Main",
                "translate",
                "--dialect",
                "spm",
                Path.of("../samples/apu-hbm.xml").toString())
            .redirectOutput(folder.resolve("out").toFile())
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    assertEquals(0, java.waitFor());
    List<String> lines = Files.readAllLines(loaded);
    assertTrue(lines.stream().anyMatch(l -> l.contains("org.libvirtspm.host.cli.Main ")));
    for (String unwanted : UNWANTED) {
      assertEquals(
          List.of(), lines.stream().filter(l -> l.contains(" " + unwanted)).toList(), unwanted);
    }
  }
}
