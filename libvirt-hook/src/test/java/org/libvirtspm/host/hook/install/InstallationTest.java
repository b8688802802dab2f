package org.libvirtspm.host.hook.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardWatchEventKinds;
import java.nio.file.WatchKey;
import java.nio.file.WatchService;
import java.nio.file.attribute.FileTime;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;

@Isolated("a process started meanwhile may hold a program open that was just written")
class InstallationTest {

  private static final String STALE =
      """
      <domain type='kvm'>
        <name>installation-test</name>
        <memory unit='KiB'>1048576</memory>
        <metadata>
          <spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'>
            <spm:cell id='1' memory='524288' spm='on'/>
          </spm:numa>
        </metadata>
        <os><type arch='x86_64' machine='q35'>hvm</type></os>
        <features><acpi/></features>
        <cpu><numa>
          <cell id='0' cpus='0' memory='524288'/>
        </numa></cpu>
      </domain>
      """;

  @TempDir Path folder;

  private Path other;
  private HookPlaces places;

  @BeforeEach
  void makeFolders() throws IOException {
    Path hooks = Files.createDirectory(folder.resolve("hooks"));
    other = Files.createDirectory(hooks.resolve("qemu.d")).resolve("10-other");
    Files.writeString(other, "theirs");
    places =
        new HookPlaces(
            hooks, folder.resolve("lib"), folder.resolve("conf"), folder.resolve("state"));
  }

  private Installation of(String version) {
    return new Installation(places, version);
  }

  private List<String> builds() throws IOException {
    try (Stream<Path> builds = Files.list(places.library())) {
      return builds.map(b -> b.getFileName().toString().split("-", 2)[0]).toList();
    }
  }

  /** libvirt would run it, and refuse a start if it went meanwhile. */
  @Test
  void nothingElseAppearsWhereLibvirtLooks() throws Exception {
    try (WatchService watch = folder.getFileSystem().newWatchService()) {
      WatchKey key = places.entries().register(watch, StandardWatchEventKinds.ENTRY_CREATE);
      of("1").install();
      of("2").install();
      Set<String> appeared =
          key.pollEvents().stream().map(e -> e.context().toString()).collect(Collectors.toSet());
      assertEquals(Set.of("50-libvirt-spm"), appeared);
    }
  }

  @Test
  void installedIsUpgradedAndRemoved() throws Exception {
    assertEquals(List.of("Installed " + places.entry()), of("1").install().lines().subList(0, 1));
    assertEquals(
        List.of("The hook is installed already: " + places.entry()), of("1").install().lines());
    assertTrue(of("1").status().works());
    assertEquals(List.of("Installed " + places.entry()), of("2").install().lines().subList(0, 1));
    assertEquals(List.of("2"), builds());
    assertEquals("Removed " + places.entry(), of("2").uninstall().lines().get(0));
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(List.of(other), left.filter(Files::isRegularFile).toList());
    }
    assertEquals("theirs", Files.readString(other));
    assertFalse(Files.exists(places.library()));
    assertFalse(of("2").status().works());
    assertEquals(
        List.of("The hook is not installed: there is no " + places.entry() + " of ours"),
        of("2").uninstall().lines());
  }

  /** Else each upgrade would say that libvirt has not seen the hook. */
  @Test
  void upgradeKeepsSinceWhenLibvirtSeesTheHook() throws Exception {
    var unused = of("1").install();
    FileTime put = FileTime.fromMillis(1_000_000);
    Files.setLastModifiedTime(places.entry(), put);
    Files.writeString(places.caller(), "77");
    assertEquals("Installed " + places.entry(), of("2").install().lines().get(0));
    assertEquals(put, Files.getLastModifiedTime(places.entry()));
    assertEquals("77", Files.readString(places.caller()));
  }

  @Test
  void folderOfAnInstallationThatWasKilledIsUsedAgain() throws Exception {
    var unused = of("1").install();
    Path library = Path.of(Entry.setting(places.entry(), "lib").orElseThrow());
    try (Stream<Path> files = Files.list(library)) {
      for (Path file : files.toList()) {
        Files.delete(file);
      }
    }
    assertEquals("Installed " + places.entry(), of("1").install().lines().get(0));
  }

  @Test
  void leftoversOfAnInstallationThatWasKilledAreRemoved() throws Exception {
    var unused = of("1").install();
    Files.move(places.entry(), Entry.beside(places.entry()));
    unused = of("1").uninstall();
    try (Stream<Path> left = Files.walk(folder)) {
      assertEquals(List.of(other), left.filter(Files::isRegularFile).toList());
    }
    assertFalse(Files.exists(places.library()));
  }

  /** An administrator may keep hooks elsewhere. */
  @Test
  void linkInPlaceOfTheFolderStays() throws Exception {
    Files.delete(other);
    Path elsewhere = Files.move(places.entries(), folder.resolve("elsewhere"));
    Files.createSymbolicLink(places.entries(), elsewhere);
    var unused = of("1").install();
    assertTrue(of("1").status().works());
    unused = of("1").uninstall();
    assertTrue(Files.isSymbolicLink(places.entries()));
    assertTrue(Files.isDirectory(elsewhere));
  }

  @Test
  void entryOfSomebodyElseIsNotReplaced() throws IOException {
    Files.writeString(places.entry(), "#!/bin/sh\n");
    IOException refusal = assertThrows(IOException.class, () -> of("1").install());
    assertEquals(
        places.entry() + " is not ours to replace; move it away if it is not needed",
        refusal.getMessage());
    assertFalse(Files.exists(places.library()));
  }

  @Test
  void installedHookAnswersAndFailsSafely() throws Exception {
    var unused = of("1").install();
    assertEquals(0, run("<domain/>"));
    assertEquals(1, run(STALE));
    assertTrue(
        err().startsWith("virt-spm: domain 'installation-test': the Specific Purpose"), err());
    removeOurClasses();
    assertEquals(0, run("<domain/>"));
    assertEquals(1, run(STALE));
    assertTrue(err().contains("its Specific Purpose Memory can't be looked after"), err());
    HookStatus status = of("1").status();
    assertFalse(status.works());
    assertTrue(status.lines().stream().anyMatch(l -> l.contains(" is missing: run")));
    assertTrue(status.told().stream().anyMatch(l -> l.remedy().equals("virt-spm hook install")));
    assertEquals("Installed " + places.entry(), of("1").install().lines().get(0), "it mends");
    assertTrue(of("1").status().works());
  }

  @Test
  void folderOfSomebodyElseIsNotReplaced() throws Exception {
    var unused = of("1").install();
    Path library = Path.of(Entry.setting(places.entry(), "lib").orElseThrow());
    Files.delete(library.resolve("libvirt-spm-hook"));
    IOException refusal = assertThrows(IOException.class, () -> of("1").install());
    assertEquals(
        library + " is not ours to replace; remove it, or name another folder",
        refusal.getMessage());
    assertTrue(Files.exists(library.resolve("jvm")));
  }

  @Test
  void hookThatRefusesOthersIsToldToBeBroken() throws Exception {
    var unused = of("1").install();
    String entry = Files.readString(places.entry());
    Files.writeString(places.entry(), entry.replace("LC_ALL=C awk", "exit 1; awk"));
    HookStatus status = of("1").status();
    assertFalse(status.works());
    assertTrue(
        status
            .lines()
            .contains("the hook refuses a domain that declares no Specific Purpose Memory: "),
        status.lines().toString());
  }

  @Test
  void updateOfJavaIsTold() throws Exception {
    var unused = of("1").install();
    Path library = Path.of(Entry.setting(places.entry(), "lib").orElseThrow());
    Files.setLastModifiedTime(library.resolve(Archive.NAME), FileTime.fromMillis(0));
    assertTrue(
        of("1").status().lines().stream().anyMatch(l -> l.startsWith("Its Java was updated")));
    assertEquals("Installed " + places.entry(), of("1").install().lines().get(0));
    assertTrue(of("1").status().lines().stream().noneMatch(l -> l.startsWith("Its Java")));
    assertNotEquals(
        library.toString(), Entry.setting(places.entry(), "lib").orElseThrow(), "hooks run in it");
    assertFalse(Files.exists(library));
    assertEquals(
        List.of("The hook is installed already: " + places.entry()), of("1").install().lines());
  }

  /** A power failure can leave one. */
  @Test
  void emptyEntryIsReplaced() throws Exception {
    Files.createFile(places.entry());
    assertEquals("Installed " + places.entry(), of("1").install().lines().get(0));
    assertTrue(of("1").status().works());
  }

  @Test
  void otherConfigurationIsHeeded() throws Exception {
    var unused = of("1").install();
    HookPlaces other =
        new HookPlaces(places.hooks(), places.library(), folder.resolve("mine"), places.state());
    assertEquals(
        "Installed " + places.entry(), new Installation(other, "1").install().lines().get(0));
    assertEquals(
        folder.resolve("mine").toString(), Entry.setting(places.entry(), "config").orElseThrow());
  }

  @Test
  void nobodyElseCanWriteWhatRootRuns() throws Exception {
    Path hooks = folder.resolve("elsewhere/hooks");
    Process install = startWithoutUmask(hooks);
    while (install.isAlive()) {
      nothingCanBeOpenedByOthers(hooks);
    }
    assertEquals(0, install.waitFor());
    int turns = 0;
    try (Stream<Path> all = Files.walk(hooks)) {
      for (Path file : all.toList()) {
        Set<PosixFilePermission> mode = Files.getPosixFilePermissions(file);
        assertFalse(mode.contains(PosixFilePermission.GROUP_WRITE), file.toString());
        assertFalse(mode.contains(PosixFilePermission.OTHERS_WRITE), file.toString());
        boolean isTurn = file.getFileName().toString().startsWith("turn.");
        turns += isTurn ? 1 : 0;
        assertEquals(!isTurn, mode.contains(PosixFilePermission.OTHERS_READ), file.toString());
      }
    }
    assertEquals(1 + Math.min(16, 2 * Runtime.getRuntime().availableProcessors()), turns);
  }

  private static Process startWithoutUmask(Path hooks) throws IOException {
    String java = System.getProperty("java.home") + "/bin/java";
    String classes =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> command = new ArrayList<>(List.of("sh", "-c", "umask 0; exec \"$@\"", "sh", java));
    command.addAll(List.of("-cp", classes, "org.libvirtspm.host.cli.Main", "hook", "install"));
    command.addAll(List.of("--hooks-dir", hooks.toString()));
    return new ProcessBuilder(command).inheritIO().start();
  }

  /** As a package is configured, an administrator may do the same. */
  @Test
  void installationsAtTheSameTimeAllSucceed() throws Exception {
    Path hooks = folder.resolve("elsewhere/hooks");
    List<Process> installs = new ArrayList<>();
    for (int i = 0; i < 3; i++) {
      installs.add(startWithoutUmask(hooks));
    }
    for (Process install : installs) {
      assertEquals(0, install.waitFor());
    }
    HookPlaces elsewhere =
        new HookPlaces(
            hooks, hooks.resolve("libvirt-spm"), folder.resolve("conf"), folder.resolve("state"));
    assertTrue(new Installation(elsewhere, "1").status().works());
  }

  /** Looks at files while they are made: whoever opens one then could write to it later. */
  private static void nothingCanBeOpenedByOthers(Path folder) throws IOException {
    try {
      PosixFileAttributes stat = Files.readAttributes(folder, PosixFileAttributes.class);
      assertFalse(stat.permissions().contains(PosixFilePermission.OTHERS_WRITE), folder::toString);
      if (stat.isDirectory() && stat.permissions().contains(PosixFilePermission.OTHERS_EXECUTE)) {
        try (Stream<Path> entries = Files.list(folder)) {
          for (Path entry : entries.toList()) {
            nothingCanBeOpenedByOthers(entry);
          }
        }
      }
    } catch (NoSuchFileException e) {
      // It is not there yet, or not any more.
    }
  }

  @Test
  void javaOfSomebodyElseIsNotTaken() throws IOException {
    Path home = Files.createDirectories(folder.resolve("jdk"));
    Path java = Files.createFile(Files.createDirectories(home.resolve("bin")).resolve("java"));
    JavaRuntime runtime = new JavaRuntime(java, 25);
    runtime.checkOwners();
    Path module = Files.createFile(Files.createDirectory(home.resolve("lib")).resolve("modules"));
    for (Path part : List.of(module, java, home.resolve("bin"), home)) {
      Set<PosixFilePermission> mode = Files.getPosixFilePermissions(part);
      Files.setPosixFilePermissions(part, PosixFilePermissions.fromString("rwxrwxrwx"));
      String refusal = assertThrows(IOException.class, runtime::checkOwners).getMessage();
      assertTrue(refusal.startsWith("the hook would run on the Java in " + home), refusal);
      assertTrue(refusal.contains(" may write to " + part + "; install a JRE"), refusal);
      Files.setPosixFilePermissions(part, mode);
    }
    runtime.checkOwners();
  }

  @Test
  void folderThatOthersMayWriteHoldsNoHook() throws Exception {
    Files.setPosixFilePermissions(places.hooks(), PosixFilePermissions.fromString("rwxrwxrwx"));
    String refusal = assertThrows(IOException.class, () -> of("1").install()).getMessage();
    assertTrue(refusal.endsWith("; name another folder, or set its owner and mode"), refusal);
    assertFalse(Files.exists(places.entry()));
  }

  private void removeOurClasses() throws IOException {
    try (Stream<Path> files = Files.walk(places.library())) {
      for (Path file : files.filter(f -> f.toString().endsWith(".jar")).toList()) {
        Files.delete(file);
      }
    }
  }

  private int run(String document) throws Exception {
    Path input = Files.writeString(folder.resolve("in"), document);
    ProcessBuilder builder =
        new ProcessBuilder(places.entry().toString(), "installation-test", "prepare", "begin", "-")
            .redirectInput(input.toFile())
            .redirectError(folder.resolve("err").toFile());
    builder.environment().clear();
    builder.environment().putAll(Map.of("LC_ALL", "C", "PATH", "/usr/bin:/bin", "HOME", "/"));
    Process process = builder.start();
    assertTrue(process.waitFor(120, TimeUnit.SECONDS), "it ends");
    return process.exitValue();
  }

  private String err() throws IOException {
    return Files.readString(folder.resolve("err"));
  }
}
