package org.libvirtspm.host.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Assumptions;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.host.qmp.EmulatorFacts;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.trust.PathTrust;

class CachedProbeTest {

  private static final EmulatorFacts FACTS = new EmulatorFacts("11.1.2", List.of("sp-mem", "spm"));

  @TempDir Path folder;

  private final AtomicInteger asked = new AtomicInteger();
  private Path emulator;
  private Path cache;

  @BeforeEach
  void makeEmulator() throws IOException {
    emulator = Files.writeString(folder.resolve("qemu"), "a");
    cache = folder.resolve("cache/probe");
  }

  private CachedProbe probe() {
    return new CachedProbe(
        path -> {
          asked.incrementAndGet();
          return FACTS;
        },
        List.of(cache));
  }

  @Test
  void unchangedEmulatorIsAskedOnce() {
    assertEquals(FACTS, probe().factsOf(emulator));
    assertEquals(FACTS, probe().factsOf(emulator));
    assertEquals(1, asked.get());
  }

  @Test
  void otherSizeOrTimeIsAnotherEmulator() throws IOException {
    var unused = probe().factsOf(emulator);
    Files.setLastModifiedTime(emulator, FileTime.fromMillis(1));
    unused = probe().factsOf(emulator);
    assertEquals(2, asked.get());
    Files.writeString(emulator, "ab");
    Files.setLastModifiedTime(emulator, FileTime.fromMillis(1));
    unused = probe().factsOf(emulator);
    assertEquals(3, asked.get());
  }

  @Test
  void answersAreForgotten() throws IOException {
    probe().forget();
    var unused = probe().factsOf(emulator);
    probe().forget();
    assertFalse(Files.exists(cache));
    assertTrue(Files.exists(cache.getParent()), "which is not ours");
    unused = probe().factsOf(emulator);
    assertEquals(2, asked.get());
  }

  @Test
  void linkIsWhatItPointsTo() throws IOException {
    Path link = Files.createSymbolicLink(folder.resolve("link"), emulator);
    var unused = probe().factsOf(emulator);
    assertEquals(FACTS, probe().factsOf(link));
    assertEquals(1, asked.get());
  }

  @Test
  void emulatorWithoutDialectsIsRemembered() {
    EmulatorFacts none = new EmulatorFacts("", List.of());
    assertEquals(none, new CachedProbe(path -> none, List.of(cache)).factsOf(emulator));
    assertEquals(none, probe().factsOf(emulator));
    assertEquals(0, asked.get());
  }

  @Test
  void failureIsNotRemembered() {
    CachedProbe failing =
        new CachedProbe(
            path -> {
              throw new ProbeFailure("no answer");
            },
            List.of(cache));
    assertThrows(ProbeFailure.class, () -> failing.factsOf(emulator));
    assertEquals(FACTS, probe().factsOf(emulator));
    assertEquals(1, asked.get());
  }

  @Test
  void damagedEntryIsReplaced() throws IOException {
    var unused = probe().factsOf(emulator);
    Files.writeString(onlyEntry(), "libvirt-spm probe 1\n");
    assertEquals(FACTS, probe().factsOf(emulator));
    assertEquals(FACTS, probe().factsOf(emulator));
    assertEquals(2, asked.get());
  }

  @Test
  void entryThatAnyoneMayWriteIsNotBelieved() throws IOException {
    var unused = probe().factsOf(emulator);
    Files.setPosixFilePermissions(onlyEntry(), PosixFilePermissions.fromString("rw-rw-rw-"));
    unused = probe().factsOf(emulator);
    assertEquals(2, asked.get());
  }

  @Test
  void folderThatOthersMayWriteIsNeitherBelievedNorUsed() throws IOException {
    var unused = probe().factsOf(emulator);
    for (Path shared : List.of(cache, cache.getParent())) {
      Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxrwxrwx"));
      asked.set(0);
      unused = probe().factsOf(emulator);
      assertEquals(1, asked.get(), shared.toString());
      Files.setPosixFilePermissions(shared, PosixFilePermissions.fromString("rwxr-xr-x"));
    }
    Path elsewhere = Files.createDirectory(folder.resolve("elsewhere"));
    Files.setPosixFilePermissions(elsewhere, PosixFilePermissions.fromString("rwxrwxrwx"));
    cache = elsewhere;
    unused = probe().factsOf(emulator);
    try (var entries = Files.list(elsewhere)) {
      assertEquals(0, entries.count());
    }
  }

  @Test
  void answerThatSomebodyElsePlantedIsNotBelieved() throws IOException {
    var unused = probe().factsOf(emulator);
    Path entry = onlyEntry();
    boolean isRoot = PathTrust.userId() == 0;
    assertTrue(isRoot || !"true".equals(System.getenv("CI")), "root alone can give files away");
    Assumptions.assumeTrue(isRoot, "root alone can give files away");
    Files.setAttribute(entry, "unix:uid", 12345);
    unused = probe().factsOf(emulator);
    assertEquals(2, asked.get());
    Path real = Files.move(onlyEntry(), folder.resolve("real"));
    Files.setAttribute(real, "unix:uid", 12345);
    Files.createSymbolicLink(entry, real);
    unused = probe().factsOf(emulator);
    assertEquals(3, asked.get());
  }

  @Test
  void folderThatCannotBeWrittenHindersNobody() throws IOException {
    Files.writeString(folder.resolve("cache"), "in the way");
    assertEquals(FACTS, probe().factsOf(emulator));
  }

  @Test
  void manyAtOnceAllGetTheAnswer() throws IOException {
    assertTrue(
        IntStream.range(0, 200).parallel().allMatch(i -> FACTS.equals(probe().factsOf(emulator))));
    try (var entries = Files.list(cache)) {
      assertEquals(1, entries.count());
    }
  }

  private Path onlyEntry() throws IOException {
    try (var entries = Files.list(cache)) {
      return entries.findFirst().orElseThrow();
    }
  }
}
