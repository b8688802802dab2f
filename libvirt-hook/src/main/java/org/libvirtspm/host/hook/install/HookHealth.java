package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.hook.HookConfig;
import org.libvirtspm.host.hook.Refusal;

/** Checks an installed hook. */
record HookHealth(HookPlaces places, Path library) {

  /** Appends notes and inserts errors first; returns true if the hook is usable. */
  boolean check(List<HookLine> said) throws IOException, InterruptedException {
    lookAtJava(said);
    boolean whole = classesAreThere(said);
    return configurationIsGood(said) && whole && libvirtMayRunIt(said) && passesSelfTest(said);
  }

  private boolean libvirtMayRunIt(List<HookLine> said) {
    SeLinux policy = new SeLinux(HostFiles.HERE);
    if (!policy.isEnforcing() || policy.letsLibvirtRun(places.entry())) {
      return true;
    }
    said.add(0, HookLine.toInstall("SELinux does not let libvirt run it: no domain starts"));
    return false;
  }

  private boolean passesSelfTest(List<HookLine> said) throws InterruptedException {
    try {
      SelfTest.of(places.entry());
      return true;
    } catch (IOException e) {
      said.add(0, HookLine.of(e.getMessage()));
      return false;
    }
  }

  /** True if all installed files exist and match this Java. */
  boolean isWhole() throws IOException {
    List<HookLine> missing = new ArrayList<>();
    lookAtJava(missing);
    return classesAreThere(missing) && missing.isEmpty();
  }

  private void lookAtJava(List<HookLine> said) throws IOException {
    Optional<String> java = Entry.setting(places.entry(), "java");
    if (java.isPresent() && !Files.isExecutable(Path.of(java.get()))) {
      said.add(
          HookLine.toInstall(
              "Its Java " + java.get() + " is gone; another will be looked for at every start"));
    }
    Path archive = library.resolve(Archive.NAME);
    if (!Files.exists(archive)) {
      said.add(HookLine.toInstall("It has no start-up archive, and is slower without"));
    } else if (java.isPresent() && isOlderThanJvm(archive, Path.of(java.get()))) {
      said.add(
          HookLine.toInstall(
              "Its Java was updated after its start-up archive was made, and is slower without"));
    }
  }

  /** Compares the JVM's ctime (installed here): its mtime is the vendor's build date. */
  private static boolean isOlderThanJvm(Path archive, Path java) throws IOException {
    Path jvm = java.resolveSibling("../lib/server/libjvm.so").normalize();
    return Files.exists(jvm)
        && Files.getAttribute(jvm, "unix:ctime") instanceof FileTime installed
        && installed.compareTo(Files.getLastModifiedTime(archive)) > 0;
  }

  private boolean classesAreThere(List<HookLine> said) throws IOException {
    String classPath = Entry.setting(places.entry(), "classpath").orElse("");
    boolean whole = true;
    for (String jar : classPath.split(":", -1)) {
      if (!Files.isReadable(Path.of(jar))) {
        said.add(0, HookLine.toInstall(jar + " is missing"));
        whole = false;
      }
    }
    return whole;
  }

  private boolean configurationIsGood(List<HookLine> said) throws IOException {
    Path file =
        Entry.setting(places.entry(), "config").map(Path::of).orElse(places.configuration());
    try {
      HookConfig config = HookConfig.read(file);
      String there = Files.exists(file) ? file.toString() : file + " (not there)";
      said.add(
          HookLine.of(
              "Configuration "
                  + there
                  + ": stale = "
                  + (config.appliesStale() ? "apply" : "refuse")
                  + ", "
                  + (config.paths().size() + config.emulators().size())
                  + " other names"));
      return true;
    } catch (Refusal e) {
      said.add(0, HookLine.of(e.getMessage()));
      return false;
    }
  }
}
