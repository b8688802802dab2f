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
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.FutureTask;
import java.util.concurrent.atomic.AtomicInteger;
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

  /**
   * Looks on while files are written: nobody else can enter where they are before they are done.
   */
  @Test
  void privateFileStaysPrivateWhileItIsReplaced() throws Exception {
    Path into = Files.createDirectory(folder.resolve("out"));
    Path secret = Files.writeString(into.resolve("a.xml"), "old");
    Files.setPosixFilePermissions(secret, PosixFilePermissions.fromString("rw-------"));
    String large = file("a.xml", PLAIN + " ".repeat(8 << 20));
    int seen =
        meanwhile(
            into,
            hidden -> assertEquals("rwx------", mode(hidden), "of " + hidden),
            () -> {
              for (int i = 0; i < 10; i++) {
                assertEquals(0, CommandRun.of("translate", "-o", into.toString(), large).status());
                assertEquals("rw-------", mode(secret));
              }
            });
    assertTrue(seen > 0, "something was seen");
    assertEquals(List.of("a.xml"), listing(into));
  }

  /** Somebody exchanges what is being written for a link, at any moment. */
  @Test
  void exchangedFileLeadsNowhere() throws Exception {
    boolean isRoot = PathTrust.userId() == 0;
    Path theirs = Files.createDirectory(folder.resolve("theirs"));
    Path target = Files.writeString(theirs.resolve("a.xml"), "old");
    Files.setPosixFilePermissions(target, PosixFilePermissions.fromString("rw-r--rw-"));
    if (isRoot) {
      Files.setAttribute(theirs, "unix:uid", 12345);
      Files.setAttribute(target, "unix:uid", 12345);
    }
    Path ours = Files.createDirectory(folder.resolve("ours"));
    Path victim = Files.writeString(ours.resolve("victim"), "mine");
    Files.setPosixFilePermissions(victim, PosixFilePermissions.fromString("rw-------"));
    Path away = Files.createDirectory(folder.resolve("away"));
    String large = file("large.xml", PLAIN + " ".repeat(8 << 20));
    String small = file("small.xml", PLAIN);
    AtomicInteger links = new AtomicInteger();
    int seen =
        meanwhile(
            theirs,
            hidden -> {
              if (!Files.isSymbolicLink(hidden)) {
                Files.move(hidden, away.resolve(hidden.getFileName()));
                Files.createSymbolicLink(hidden, links.incrementAndGet() % 2 > 0 ? victim : ours);
              }
            },
            () -> {
              for (int i = 0; i < 40; i++) {
                var unused =
                    CommandRun.of("translate", "-o", target.toString(), i % 2 > 0 ? large : small);
              }
            });
    assertTrue(seen > 0 && links.get() > 0, "something was exchanged");
    assertEquals("mine", Files.readString(victim));
    assertEquals("rw-------", mode(victim));
    assertEquals(PathTrust.userId(), Files.getAttribute(victim, "unix:uid"));
    assertEquals(List.of("victim"), listing(ours));
  }

  /** Does something to each unfinished result it finds, while results are written. */
  private static int meanwhile(Path folder, FileAction action, WritingAction writing)
      throws Exception {
    FutureTask<Integer> watching = new FutureTask<>(() -> looksUntilInterrupted(folder, action));
    Thread watcher = new Thread(watching);
    watcher.start();
    try {
      writing.run();
    } finally {
      watcher.interrupt();
    }
    return watching.get();
  }

  private interface FileAction {
    void on(Path file) throws IOException;
  }

  private interface WritingAction {
    void run() throws Exception;
  }

  private static int looksUntilInterrupted(Path into, FileAction action) throws IOException {
    int seen = 0;
    while (!Thread.interrupted()) {
      try (DirectoryStream<Path> files = Files.newDirectoryStream(into, ".virt-spm-*")) {
        for (Path file : files) {
          action.on(file);
          seen++;
        }
      } catch (NoSuchFileException e) {
        // It has got its name meanwhile.
      }
    }
    return seen;
  }

  private static String mode(Path file) throws IOException {
    return PosixFilePermissions.toString(
        Files.getPosixFilePermissions(file, LinkOption.NOFOLLOW_LINKS));
  }

  /** A folder that everybody may add to is as open to links as one of somebody else's. */
  @Test
  void linkAndPipeAreUsedOnlyWhereNobodyElseCanPutThem() throws Exception {
    Path shared = Files.createDirectory(folder.resolve("shared"));
    Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
    Path victim = Files.writeString(folder.resolve("victim"), "mine");
    Path link = Files.createSymbolicLink(shared.resolve("link"), victim);
    Path first = Files.createSymbolicLink(folder.resolve("first"), Path.of("shared/link"));
    Path pipe = shared.resolve("pipe");
    assertEquals(0, new ProcessBuilder("mkfifo", pipe.toString()).start().waitFor());
    String who = "and others than " + PathTrust.ofThisUser().who() + " may write to " + shared;
    assertEquals(
        "virt-spm: error: cannot write " + link + ": it is a link, " + who + "\n", errorOf(link));
    assertEquals(
        "virt-spm: error: cannot write " + first + ": it is a link, " + who + "\n", errorOf(first));
    assertEquals(
        "virt-spm: error: cannot write " + pipe + ": it is no regular file, " + who + "\n",
        errorOf(pipe));
    assertEquals("mine", Files.readString(victim));
    Path good = Files.createSymbolicLink(folder.resolve("good"), Path.of("./victim"));
    assertEquals("", errorOf(good));
    assertEquals(PLAIN, Files.readString(victim));
    assertTrue(Files.isSymbolicLink(good));
    Path round = Files.createSymbolicLink(folder.resolve("round"), Path.of("round"));
    assertEquals("virt-spm: error: cannot write " + round + ": too many links\n", errorOf(round));
  }

  private String errorOf(Path output) throws IOException {
    return CommandRun.of("translate", "-o", output.toString(), file("plain.xml", PLAIN)).err();
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
