package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a process started meanwhile may hold a program open that was just written")
class TranslateTest {

  @TempDir Path folder;

  private String sample;

  @BeforeEach
  void readSample() throws IOException {
    sample = Files.readString(Samples.named("ram-backed.xml"));
  }

  @Test
  void problemIsShownAtItsPlace() throws IOException {
    String wrong = file("wrong.xml", sample.replace("memory='2'", "memory='lots'"));
    CommandRun run = CommandRun.of("translate", wrong);
    assertTrue(run.err().matches("(?s)\\Q" + wrong + "\\E:\\d+:\\d+: error: .*lots.*"), run.err());
    assertTrue(run.err().contains("\n      <cell id='1' memory='lots'"), run.err());
    assertTrue(run.err().endsWith("^\n"), run.err());
    assertEquals(2, run.status());
    assertEquals("", run.outText());
  }

  @Test
  void problemInStandardInputIsSaidToBeThere() {
    CommandRun run = CommandRun.withInput("<domain", "validate", "-");
    assertTrue(run.err().startsWith("<stdin>:1:"), run.err());
    assertEquals(2, run.status());
  }

  @Test
  void refusedDocumentLeavesNoFile() throws IOException {
    Path out = folder.resolve("out.xml");
    String wrong = file("wrong.xml", sample.replace("memory='2'", "memory='lots'"));
    assertEquals(2, CommandRun.of("translate", "-o", out.toString(), wrong).status());
    assertFalse(Files.exists(out));
    assertEquals(2, CommandRun.of("translate", "-o", wrong, wrong).status());
    assertTrue(Files.readString(Path.of(wrong)).contains("memory='lots'"));
  }

  @Test
  void warningLetsPassUnlessWerror() throws IOException {
    String bios = file("bios.xml", sample.replace("<os firmware='efi'>", "<os>"));
    Path out = folder.resolve("out.xml");
    CommandRun strict = CommandRun.of("translate", "--werror", "-o", out.toString(), bios);
    assertTrue(strict.err().contains(": error: "), strict.err());
    assertFalse(strict.err().contains(": warning: "), strict.err());
    assertEquals(2, strict.status());
    assertFalse(Files.exists(out));

    CommandRun run = CommandRun.of("translate", "-o", out.toString(), bios);
    assertTrue(run.err().contains(": warning: "), run.err());
    assertEquals(0, run.status());
    assertTrue(Files.exists(out));
  }

  @Test
  void emulatorIsAskedForItsDialect() throws IOException {
    String qemu = emulator("{\"return\": [{\"name\": \"memdev\"}, {\"name\": \"node\"}]}");
    String named = sample.replace("<devices>", "<devices><emulator>" + qemu + "</emulator>");
    CommandRun byOption = CommandRun.of("translate", "--emulator", qemu, file("b.xml", sample));
    assertTrue(byOption.outText().contains("dialect='sp-mem'"), byOption.err());
    CommandRun fixed = CommandRun.of("translate", "--dialect", "spm", file("c.xml", named));
    assertTrue(fixed.outText().contains("dialect='spm'"), fixed.err());
  }

  @Test
  void dialectThatIsAssumedIsSaid() throws IOException {
    String named = sample.replace("<devices>", "<devices><emulator>/no/such/qemu</emulator>");
    String file = file("a.xml", named);
    CommandRun run = CommandRun.of("translate", "--werror", file);
    assertTrue(run.outText().contains("dialect='spm'"), run.outText());
    assertEquals(
        file
            + ": note: the emulator /no/such/qemu is not on this host: dialect spm is assumed;"
            + " stock QEMU 11.1 and later needs --dialect sp-mem\n",
        run.err());
    assertEquals(0, run.status());
    assertEquals("", CommandRun.of("translate", "--dialect", "spm", file).err());
  }

  @Test
  void emulatorThatIsNotThereIsAMistake() throws IOException {
    for (String typed : List.of("nosuch", "/no/such/qemu")) {
      CommandRun run = CommandRun.of("translate", "--emulator", typed, file("a.xml", sample));
      assertEquals("", run.outText());
      String sentence =
          "the emulator '"
              + typed
              + "' is no executable file on this host; name the dialect instead, with --dialect\n";
      assertTrue(run.err().contains(sentence), run.err());
      assertEquals(2, run.status());
    }
    String program = CommandRun.of("translate", "--emulator", "true", file("b.xml", sample)).err();
    assertTrue(program.contains("/bin/true ended with status 0"), program);
  }

  /** Whoever sends a document may have put programs beside it. */
  @Test
  void programBesideADocumentIsNotRunForIt() throws IOException {
    Path ran = folder.resolve("ran");
    Path qemu = Files.writeString(folder.resolve("qemu-system-x86_64"), "#!/bin/sh\n>" + ran);
    Files.setPosixFilePermissions(qemu, PosixFilePermissions.fromString("rwxr-xr-x"));
    for (String emulator : List.of(qemu.toString(), "/proc/self/root" + qemu)) {
      String named = sample.replace("<devices>", "<devices><emulator>" + emulator + "</emulator>");
      CommandRun run = CommandRun.of("translate", file("a.xml", named));
      assertEquals("", run.outText());
      assertTrue(
          run.err().contains("its emulator " + emulator + " is not asked for its dialect"),
          run.err());
      assertTrue(run.err().endsWith("; name the dialect with --dialect\n"), run.err());
      assertEquals(1, run.status());
      assertFalse(Files.exists(ran));
    }
  }

  @Test
  void emulatorThatKnowsNothingIsWarnedOfWhereItIsNamed() throws IOException {
    String qemu = emulator("{\"error\": {\"class\": \"DeviceNotFound\", \"desc\": \"\"}}");
    String named = sample.replace("<devices>", "<devices>\n<emulator>" + qemu + "</emulator>");
    String file = file("a.xml", named);
    long line = named.substring(0, named.indexOf("<emulator>")).lines().count() + 1;
    CommandRun run = CommandRun.of("translate", "--emulator", qemu, file);
    assertTrue(
        run.err().startsWith(file + ":" + line + ":1: warning: the emulator " + qemu + " knows no"),
        run.err());
    assertEquals(0, run.status());
    assertEquals(2, CommandRun.of("translate", "--werror", "--emulator", qemu, file).status());
  }

  @Test
  void emulatorThatFailsNamesTheWayOut() throws IOException {
    String file = file("a.xml", sample);
    CommandRun run = CommandRun.of("translate", "--emulator", "/bin/true", file);
    assertEquals(
        file
            + ": error: the emulator /bin/true ended with status 0, before it answered;"
            + " name the dialect with --dialect\n",
        run.err());
    assertEquals(1, run.status());
    assertEquals("", run.outText());
  }

  @Test
  void emulatorIsNotAskedForADocumentWithoutSpecialMemory() throws IOException {
    String plain = sample.replace(" spm='on'", "");
    CommandRun run = CommandRun.of("translate", "--emulator", "/bin/true", file("a.xml", plain));
    assertEquals(plain, run.outText());
    assertEquals(0, run.status());
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  /** A program that answers like QEMU, and says this of sp-mem. */
  private String emulator(String spMem) throws IOException {
    Path script = folder.resolve("qemu");
    Files.writeString(
        script,
        "#!/bin/sh\necho '{\"QMP\": {}}'\nfor answer in '{\"return\": {}}' '{\"return\": []}' '"
            + spMem
            + "'; do read -r line; echo \"$answer\"; done\n");
    Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
    return script.toString();
  }
}
