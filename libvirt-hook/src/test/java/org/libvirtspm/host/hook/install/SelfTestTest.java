package org.libvirtspm.host.hook.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a process started meanwhile may hold a program open that was just written")
class SelfTestTest {

  @TempDir Path folder;

  private Path program(String text) throws IOException {
    Path program = Files.writeString(folder.resolve("program"), "#!/bin/sh\n" + text);
    return Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  @Test
  void programThatLetsOthersStartPasses() throws Exception {
    Path seen = folder.resolve("seen");
    SelfTest.of(program("cat >>" + seen + "; [ \"$2 $3\" = 'prepare begin' ]\n"));
    assertEquals(2, Files.readAllLines(seen).size());
  }

  @Test
  void programThatRefusesThemIsNotInstalled() throws IOException {
    Path program = program("cat >/dev/null; echo 'grep: unknown option' >&2; exit 1\n");
    IOException failure = assertThrows(IOException.class, () -> SelfTest.of(program));
    assertEquals(
        "the hook refuses a domain that declares no Specific Purpose Memory: grep: unknown option",
        failure.getMessage());
  }
}
