package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.FutureTask;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.host.trust.PathTrust;

/** Results go where they were asked to, and are seen by nobody else on the way. */
class OutputFilesTest {

  private static final String PLAIN = "<domain type='kvm'><name>plain</name></domain>\n";

  @TempDir Path folder;

  @Test
  void linkInAFolderIsReplacedAndNotFollowed() throws IOException {
    Path into = Files.createDirectory(folder.resolve("out"));
    Path victim = Files.writeString(folder.resolve("bashrc"), "mine");
    Files.createSymbolicLink(into.resolve("a.xml"), victim);
    Files.createSymbolicLink(into.resolve("b.xml"), folder.resolve("dangling"));
    Files.createLink(into.resolve("c.xml"), victim);
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    CommandRun run =
        CommandRun.of(
            "translate",
            "-o",
            into.toString(),
            file("a.xml", PLAIN),
            file("b.xml", PLAIN),
            elsewhere + "/../" + Path.of(file("c.xml", PLAIN)).getFileName());
    assertEquals(0, run.status(), run.err());
    assertEquals("mine", Files.readString(victim));
    assertFalse(Files.exists(folder.resolve("dangling")));
    assertEquals(List.of("a.xml", "b.xml", "c.xml"), listing(into));
    for (String name : listing(into)) {
      assertTrue(Files.isRegularFile(into.resolve(name), LinkOption.NOFOLLOW_LINKS), name);
      assertEquals(PLAIN, Files.readString(into.resolve(name)));
    }
  }

  @Test
  void folderInAFolderIsNotReplaced() throws IOException {
    Path into = Files.createDirectories(folder.resolve("out/a.xml")).getParent();
    CommandRun run = CommandRun.of("translate", "-o", into.toString(), file("a.xml", PLAIN));
    assertEquals(
        "virt-spm: error: cannot write " + into.resolve("a.xml") + ": is a directory\n", run.err());
    assertEquals(1, run.status());
  }

  /** Looks at new files while they are written: none that has content can be read by others. */
  @Test
  void privateFileStaysPrivateWhileItIsReplaced() throws Exception {
    Path into = Files.createDirectory(folder.resolve("out"));
    Path secret = Files.writeString(into.resolve("a.xml"), "old");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    String large = file("a.xml", PLAIN + " ".repeat(8 << 20));
    FutureTask<Integer> watching = new FutureTask<>(() -> looksUntilInterrupted(into));
    Thread watcher = new Thread(watching);
    watcher.start();
    for (int i = 0; i < 10; i++) {
      assertEquals(0, CommandRun.of("translate", "-o", into.toString(), large).status());
    }
    watcher.interrupt();
    assertTrue(watching.get() > 0, "something was seen");
    assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(secret)));
  }

  private static int looksUntilInterrupted(Path into) throws IOException {
    int seen = 0;
    while (!Thread.interrupted()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(into, ".virt-spm-*")) {
        for (Path file : files) {
          PosixFileAttributes stat = Files.readAttributes(file, PosixFileAttributes.class);
          if (stat.size() > 0) {
            seen++;
            assertEquals("rw-------", PosixFilePermissions.toString(stat.permissions()));
          }
        }
      } catch (NoSuchFileException e) {
        // It has got its name meanwhile.
      }
    }
    return seen;
  }

  @Test
  void fileThatSomebodyElsePlantedGetsNothing() throws IOException {
    boolean isRoot = PathTrust.userId() == 0;
    assertTrue(isRoot || !"true".equals(System.getenv("CI")), "root alone can give files away");
    Assumptions.assumeTrue(isRoot, "root alone can give files away");
    Path into = Files.createDirectory(folder.resolve("out"));
    Path planted = Files.createFile(into.resolve("a.xml"));
    Files.setAttribute(planted, "unix:uid", 12345);
    assertEquals(
        0, CommandRun.of("translate", "-o", into.toString(), file("a.xml", PLAIN)).status());
    assertEquals(0, Files.getAttribute(planted, "unix:uid"));
    Path link = Files.createSymbolicLink(folder.resolve("link"), folder.resolve("bashrc"));
    Files.setAttribute(link, "unix:uid", 12345, LinkOption.NOFOLLOW_LINKS);
    CommandRun run = CommandRun.of("translate", "-o", link.toString(), file("a.xml", PLAIN));
    assertEquals(
        "virt-spm: error: cannot write "
            + link
            + ": it is a link that uid 12345 made; name the file it leads to\n",
        run.err());
    assertFalse(Files.exists(folder.resolve("bashrc")));
    Path given = Files.createFile(folder.resolve("given"));
    Files.setAttribute(given, "unix:uid", 12345);
    assertEquals(
        0, CommandRun.of("translate", "-o", given.toString(), file("a.xml", PLAIN)).status());
    assertEquals(12345, Files.getAttribute(given, "unix:uid"), "which was asked for");
  }

  private String file(String name, String content) throws IOException {
    return Files.writeString(folder.resolve(name), content).toString();
  }

  private static List<String> listing(Path folder) throws IOException {
    try (var files = Files.list(folder)) {
      return files.map(f -> f.getFileName().toString()).sorted().toList();
    }
  }
}
