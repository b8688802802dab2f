package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.hook.HookRecords;
import org.libvirtspm.host.probe.CachedProbe;

/** Installs the hook, reports its status and removes it; each returns lines to print. */
public final class Installation {

  private final HookPlaces places;
  private final String version;

  /** Takes the places and the version of this virt-spm. */
  public Installation(HookPlaces places, String version) {
    this.places = places;
    this.version = version;
  }

  /**
   * Installs this build in place of any other; repeating it changes nothing.
   *
   * @throws IOException with a sentence for the user
   */
  public HookStatus install() throws IOException, InterruptedException {
    ClassFiles classes = ClassFiles.ofThisProcess();
    JavaRuntime runtime = JavaRuntime.current();
    BuildFolders folders = BuildFolders.of(places.library(), version, classes, runtime);
    checkEntry();
    runtime.checkOwners();
    if (isInstalled(folders)) {
      return installedAlready();
    }
    Library.makeFolders(places.entries());
    daemons().expectCalls();
    return InstallationLock.holding(
        places.lock(),
        () -> isInstalled(folders) ? installedAlready() : install(folders, classes, runtime));
  }

  private HookStatus installedAlready() {
    return HookStatus.done(
        List.of(HookLine.of("The hook is installed already: " + places.entry())));
  }

  private HookStatus install(BuildFolders folders, ClassFiles classes, JavaRuntime runtime)
      throws IOException, InterruptedException {
    List<HookLine> said = new ArrayList<>();
    Optional<String> before = installed("lib");
    Path folder = folders.free(before);
    Library library = Library.make(folder, classes);
    if (!makeArchive(library, runtime)) {
      said.add(HookLine.of("No start-up archive could be made: the hook works, and is slower."));
    }
    library.open();
    tryAndPut(Entry.write(places.entry(), settings(folders.build(), library, runtime)), folder);
    removeOld(before, folder);
    said.add(HookLine.of("Installed " + places.entry()));
    said.add(howToNotice());
    return HookStatus.done(said);
  }

  private void tryAndPut(Path beside, Path library) throws IOException, InterruptedException {
    try {
      SelfTest.of(beside);
      new SeLinux(HostFiles.HERE).prepare(beside, places.entry());
      Entry.put(beside, places.entry());
    } catch (IOException e) {
      Library.remove(library);
      throw new IOException(e.getMessage() + "; it is not installed", e);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private boolean isInstalled(BuildFolders folders) throws IOException {
    Path folder = Path.of(installed("lib").orElse(""));
    return folders.contains(folder)
        && installed("config").equals(Optional.of(places.configuration().toString()))
        && Library.isOurs(folder)
        && new SeLinux(HostFiles.HERE).letsLibvirtRun(places.entry())
        && new HookHealth(places, folder).isWhole();
  }

  /** Refuses to replace a program of our name that is not ours. */
  private void checkEntry() throws IOException {
    boolean isThere = Files.exists(places.entry(), LinkOption.NOFOLLOW_LINKS);
    // An empty one is what a power failure can leave of ours.
    boolean isEmpty = Files.isRegularFile(places.entry()) && Files.size(places.entry()) == 0;
    if (isThere && !isEmpty && installed("lib").isEmpty()) {
      throw new IOException(
          places.entry() + " is not ours to replace; move it away if it is not needed");
    }
  }

  private Optional<String> installed(String setting) throws IOException {
    return Entry.setting(places.entry(), setting);
  }

  private boolean makeArchive(Library library, JavaRuntime runtime)
      throws IOException, InterruptedException {
    Path scratch = Files.createTempDirectory("virt-spm-hook");
    try {
      return new Archive(library, runtime, scratch).make();
    } finally {
      removeAll(scratch);
    }
  }

  private Map<String, String> settings(String build, Library library, JavaRuntime runtime) {
    return Map.of(
        "build",
        build,
        "state",
        places.state().toString(),
        "lib",
        library.folder().toString(),
        "config",
        places.configuration().toString(),
        "java",
        runtime.java().toString(),
        "use",
        runtime.usesArchive(),
        "options",
        runtime.options(),
        "classpath",
        library.classPath(),
        "turns",
        Integer.toString(library.turns()));
  }

  private void removeOld(Optional<String> before, Path kept) throws IOException {
    Optional<Path> elsewhere = before.map(Path::of).filter(f -> !f.equals(kept));
    elsewhere.ifPresent(old -> RunningHooks.awaitEnd(places.entry(), old));
    Library.removeOthers(places.library(), kept);
    if (elsewhere.isPresent()) {
      Library.remove(elsewhere.get());
      Library.removeIfEmpty(elsewhere.get().getParent());
    }
  }

  /** Removes all installed files and returns reservations of ended guests. */
  public HookStatus uninstall() throws IOException, InterruptedException {
    return Files.isDirectory(places.state())
        ? InstallationLock.holding(places.lock(), this::remove)
        : remove();
  }

  private HookStatus remove() throws IOException {
    List<HookLine> said = new ArrayList<>();
    Optional<String> library = installed("lib");
    // An installation that was killed leaves the first, and classes that no script names.
    Files.deleteIfExists(Entry.beside(places.entry()));
    if (library.isPresent()) {
      Files.delete(places.entry());
      Library.removeAll(Path.of(library.get()).getParent());
      Library.removeIfEmpty(places.entries());
      said.add(HookLine.of("Removed " + places.entry()));
    } else {
      said.add(
          HookLine.of("The hook is not installed: there is no " + places.entry() + " of ours"));
    }
    Library.removeAll(places.library());
    CachedProbe.standard().forget();
    List<String> held = HookRecords.at(places.state()).remove();
    if (!held.isEmpty()) {
      said.add(
          HookLine.of(
              "Guests that run keep the devices taken for them (" + String.join(", ", held) + ")",
              ShellWord.virtSpm() + " hook uninstall when they have ended"));
    }
    if (library.isPresent()) {
      said.add(howToNotice());
    }
    return HookStatus.done(said);
  }

  /** Returns the status: the first line says whether the hook works, the others are notes. */
  public HookStatus status() throws IOException, InterruptedException {
    Optional<String> library = installed("lib");
    if (library.isEmpty()) {
      HookLine line =
          Files.exists(places.entry(), LinkOption.NOFOLLOW_LINKS)
              ? HookLine.of(
                  "The hook is not installed: " + places.entry() + " is not ours",
                  ShellWord.virtSpm() + " hook install when it is moved away")
              : HookLine.toInstall("The hook is not installed: there is no " + places.entry());
      return new HookStatus(false, List.of(line));
    }
    List<HookLine> said = new ArrayList<>();
    boolean works = new HookHealth(places, Path.of(library.get())).check(said);
    List<OlderDaemon> unseen = olderDaemons();
    String qualified =
        !works
            ? ", and does not work"
            : unseen.isEmpty() ? "" : ", and libvirt may not call it yet";
    said.add(
        0,
        HookLine.of(
            "The hook is installed"
                + qualified
                + ": "
                + places.entry()
                + " (build "
                + Path.of(library.get()).getFileName()
                + ")"));
    unseen.forEach(
        d -> said.add(new HookLine(d.fact() + "; " + OlderDaemon.WHY, d.remedy(), true)));
    HookRecords.at(places.state()).lines().forEach(line -> said.add(HookLine.of(line)));
    return new HookStatus(works, said);
  }

  /** Returns the running daemons that may not have seen the hook. */
  public List<OlderDaemon> olderDaemons() throws IOException {
    return daemons().all();
  }

  private OlderDaemons daemons() {
    return new OlderDaemons(places.entry(), places.caller());
  }

  private static HookLine howToNotice() {
    return HookLine.of(
        "A libvirt daemon that runs notices this when it reloads", OlderDaemon.remedyForAny());
  }

  private static void removeAll(Path folder) throws IOException {
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.sorted((a, b) -> b.compareTo(a)).toList()) {
        Files.delete(file);
      }
    }
  }
}
