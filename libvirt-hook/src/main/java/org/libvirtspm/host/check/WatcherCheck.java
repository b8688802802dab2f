package org.libvirtspm.host.check;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.ProgramOutput;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.dax.HostFiles;

/** Checks whether the watcher runs and is enabled. */
record WatcherCheck(HostFiles host, ProgramCopy copy, Remedy remedy) {

  private static final String UNIT = "virt-spm-watch.service";

  /** Folders of systemd units of packages and administrators. */
  private static final List<String> UNITS =
      List.of(
          "/etc/systemd/system",
          "/usr/local/lib/systemd/system",
          "/usr/lib/systemd/system",
          "/lib/systemd/system");

  Finding finding(boolean hooked) {
    Optional<String> state = ProgramOutput.of("systemctl", "is-active", UNIT);
    if (state.filter("active"::equals).isPresent()) {
      return Finding.ok(Code.WATCHER, "the watcher is running: " + UNIT);
    }
    return Finding.note(
        Code.WATCHER,
        "the watcher is not running",
        "a domain that plain virsh defines stays untranslated"
            + (hooked ? " until its first start" : ""),
        start() + (hooked ? "" : "; or, each time, " + remedy.virtSpm("apply", "--all")));
  }

  /** Returns the command that starts the watcher; without its unit, the program itself. */
  private String start() {
    String watch = ShellWord.virtSpm() + " watch";
    if (!host.hasSystemd()) {
      return watch + ", by what starts services here";
    }
    if (UNITS.stream().anyMatch(folder -> Files.exists(host.at(folder + "/" + UNIT)))) {
      return "systemctl enable --now " + UNIT;
    }
    Path own = copy.place().resolve("lib/systemd/system").resolve(UNIT);
    if (copy.isInstalled() && Files.exists(own)) {
      return "systemctl enable --now " + ShellWord.of(own.toString());
    }
    return copy.isInstalled()
        ? copy.installRemedy(host)
        : watch + "; or, as a service, " + copy.installRemedy(host);
  }
}
