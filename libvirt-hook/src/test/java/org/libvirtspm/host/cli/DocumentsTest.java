package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DocumentsTest {

  private static final String PLAIN =
      "<?xml version='1.0'?>\r\n<domain type=\"kvm\"><name>\u00fcber</name></domain>\r\n\r\n";

  @TempDir Path folder;

  @Test
  void plainDocumentComesBackByteForByte() throws IOException {
    CommandRun run = CommandRun.of("translate", file("a.xml", PLAIN));
    assertEquals(new CommandRunView(0, PLAIN, ""), CommandRunView.of(run));
  }

  @Test
  void standardInputIsRead() {
    CommandRun run = CommandRun.withInput(PLAIN, "untranslate", "-");
    assertEquals(new CommandRunView(0, PLAIN, ""), CommandRunView.of(run));
  }

  @Test
  void validatingTellsOfADocumentWithoutSpecialMemory() throws IOException {
    String a = file("a.xml", PLAIN);
    String note =
        a + ": note: it declares no Specific Purpose Memory, since no cell has spm='on'\n";
    assertEquals(new CommandRunView(0, "", note), CommandRunView.of(CommandRun.of("validate", a)));
    CommandRun strict = CommandRun.of("validate", "--werror", a);
    assertEquals(new CommandRunView(0, "", note), CommandRunView.of(strict));
  }

  @Test
  void validatingADeclarationWritesNothing() throws IOException {
    String sample = Samples.named("ram-backed.xml").toString();
    assertEquals(
        new CommandRunView(0, "", ""), CommandRunView.of(CommandRun.of("validate", sample)));
  }

  @Test
  void translatingTellsAWatcherOfADocumentWithoutSpecialMemory() throws IOException {
    String a = file("a.xml", PLAIN);
    CommandRun run = CommandRun.into(OutputStream.nullOutputStream(), true, "", "translate", a);
    assertTrue(run.err().contains(a + ": note: it declares no"), run.err());
    assertEquals(0, run.status());
  }

  @Test
  void emptyDocumentIsSaidToBeEmpty() throws IOException {
    String a = file("a.xml", "\n");
    for (String verb : new String[] {"translate", "untranslate", "validate"}) {
      assertEquals(
          new CommandRunView(2, "", a + ":1:1: error: the document is empty\n"),
          CommandRunView.of(CommandRun.of(verb, a)));
    }
  }

  @Test
  void outputMayBeTheInputItself() throws IOException {
    String a = file("a.xml", PLAIN);
    Files.setPosixFilePermissions(Path.of(a), PosixFilePermissions.fromString("rw-r-----"));
    assertEquals(0, CommandRun.of("translate", "-o", a, a).status());
    assertEquals(PLAIN, Files.readString(Path.of(a)));
    assertEquals(
        "rw-r-----", PosixFilePermissions.toString(Files.getPosixFilePermissions(Path.of(a))));
    assertEquals(List.of("a.xml"), listing(folder));
  }

  @Test
  void outputThroughALinkKeepsTheLink() throws IOException {
    Path real = Files.writeString(folder.resolve("real"), "old");
    Path link = Files.createSymbolicLink(folder.resolve("link"), real);
    CommandRun run = CommandRun.of("translate", "-o", link.toString(), file("a.xml", PLAIN));
    assertEquals(0, run.status());
    assertTrue(Files.isSymbolicLink(link));
    assertEquals(PLAIN, Files.readString(real));
  }

  @Test
  void deviceIsWrittenToAndNotReplaced() throws IOException {
    CommandRun run = CommandRun.of("translate", "-o", "/dev/null", file("a.xml", PLAIN));
    assertEquals(0, run.status());
    assertFalse(Files.isRegularFile(Path.of("/dev/null")));
  }

  @Test
  void refusedDocumentLeavesNoFileAndStopsNoOther() throws IOException {
    Path into = Files.createDirectory(folder.resolve("out"));
    Files.writeString(into.resolve("big.xml"), "untouched");
    String[] files = {file("a.xml", PLAIN), tooLarge("big.xml"), file("z.xml", PLAIN)};
    CommandRun run =
        CommandRun.of("translate", "-o", into.toString(), files[0], files[1], files[2]);
    assertEquals(files[1] + ":1:1: error: the document is larger than 16 MiB\n", run.err());
    assertEquals(2, run.status());
    assertEquals(List.of("a.xml", "big.xml", "z.xml"), listing(into));
    assertEquals("untouched", Files.readString(into.resolve("big.xml")));
    assertEquals(PLAIN, Files.readString(into.resolve("z.xml")));
  }

  @Test
  void largestDocumentIsTaken() throws IOException {
    byte[] document = new byte[Input.MAX_BYTES];
    Arrays.fill(document, (byte) ' ');
    byte[] end = "<domain type='kvm'/>".getBytes(StandardCharsets.UTF_8);
    System.arraycopy(end, 0, document, document.length - end.length, end.length);
    Path file = Files.write(folder.resolve("large.xml"), document);
    Path out = folder.resolve("out.xml");
    assertEquals(0, CommandRun.of("translate", "-o", out.toString(), file.toString()).status());
    assertArrayEquals(document, Files.readAllBytes(out));
  }

  @Test
  void missingFileFailsAndStopsNoOther() throws IOException {
    Path into = Files.createDirectory(folder.resolve("out"));
    String missing = folder.resolve("none.xml").toString();
    CommandRun run =
        CommandRun.of("translate", "-o", into.toString(), missing, file("a.xml", PLAIN));
    assertEquals(
        "virt-spm: error: cannot read " + missing + ": no such file or directory\n", run.err());
    assertEquals(1, run.status());
    assertEquals(List.of("a.xml"), listing(into));
  }

  @Test
  void refusalOutweighsFailure() throws IOException {
    Path into = Files.createDirectory(folder.resolve("out"));
    String missing = folder.resolve("none.xml").toString();
    String big = tooLarge("big.xml");
    assertEquals(2, CommandRun.of("translate", "-o", into.toString(), big, missing).status());
    assertEquals(2, CommandRun.of("translate", "-o", into.toString(), missing, big).status());
  }

  @Test
  void folderIsNoDocument() {
    CommandRun run = CommandRun.of("validate", folder.toString());
    assertEquals("virt-spm: error: cannot read " + folder + ": is a directory\n", run.err());
    assertEquals(1, run.status());
  }

  @Test
  void unwritableOutputFails() throws IOException {
    String out = folder.resolve("none/out.xml").toString();
    CommandRun run = CommandRun.of("translate", "-o", out, file("a.xml", PLAIN));
    assertEquals(
        "virt-spm: error: cannot write " + out + ": no such file or directory\n", run.err());
    assertEquals(1, run.status());
  }

  @Test
  void fullStandardOutputIsReported() throws IOException {
    CommandRun run = CommandRun.into(failing("No space left"), false, PLAIN, "translate", "-");
    assertEquals("virt-spm: error: cannot write standard output: no space left\n", run.err());
    assertEquals(1, run.status());
  }

  @Test
  void readerThatWentAwayIsNoNews() {
    CommandRun run = CommandRun.into(failing("Broken pipe"), false, PLAIN, "translate", "-");
    assertEquals("", run.err());
    assertEquals(1, run.status());
  }

  @Test
  void bugIsOneSentence() {
    OutputStream broken =
        new OutputStream() {
          @Override
          public void write(int b) {
            throw new IllegalStateException("oh");
          }
        };
    CommandRun run = CommandRun.into(broken, false, PLAIN, "translate", "-");
    assertTrue(run.err().startsWith("virt-spm: error: this is a bug in virt-spm "), run.err());
    assertTrue(run.err().contains("(IllegalStateException: oh)"), run.err());
    assertEquals(1, run.err().lines().count());
    assertEquals(1, run.status());
  }

  @Test
  void progressIsForManyDocumentsAndAWatcher() throws IOException {
    Path into = Files.createDirectory(folder.resolve("out"));
    List<String> args = new ArrayList<>(List.of("translate", "-o", into.toString()));
    for (int i = 0; i < 30; i++) {
      args.add(file(i + ".xml", PLAIN));
    }
    String[] typed = args.toArray(String[]::new);
    assertTrue(
        CommandRun.into(OutputStream.nullOutputStream(), true, "", typed)
            .err()
            .contains("29 of 30 documents"));
    assertEquals("", CommandRun.into(OutputStream.nullOutputStream(), false, "", typed).err());
    assertEquals(30, listing(into).size());
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private String tooLarge(String name) throws IOException {
    byte[] spaces = new byte[Input.MAX_BYTES + 1];
    Arrays.fill(spaces, (byte) ' ');
    return Files.write(folder.resolve(name), spaces).toString();
  }

  private static List<String> listing(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }

  private static OutputStream failing(String reason) {
    return new OutputStream() {
      @Override
      public void write(int b) throws IOException {
        throw new IOException(reason);
      }
    };
  }

  /** What a user sees of a run, to be compared at once. */
  private record CommandRunView(int status, String out, String err) {
    static CommandRunView of(CommandRun run) {
      return new CommandRunView(run.status(), run.outText(), run.err());
    }
  }
}
