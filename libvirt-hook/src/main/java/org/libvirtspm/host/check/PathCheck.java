package org.libvirtspm.host.check;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.DaxDevices;
import org.libvirtspm.host.dax.DevdaxMode;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** Checks whether each path exists, has the right type, is large enough and aligned. */
public final class PathCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (SpmCell cell : subject.cells()) {
      cell.path()
          .ifPresent(
              path -> path(subject, cell, path).forEach(f -> findings.add(f.atNode(cell.id()))));
    }
    return findings;
  }

  private static List<Finding> path(Subject subject, SpmCell cell, String path) {
    if (path.startsWith("/dev/dax")) {
      Optional<DaxDevice> device = new DaxDevices(subject.host()).at(path);
      return device
          .map(d -> fit(subject, cell, d).findings())
          .orElseGet(() -> List.of(noDevice("node " + cell.id() + ": ", path)));
    }
    return List.of(file(subject, cell, path));
  }

  private static DaxFit fit(Subject subject, SpmCell cell, DaxDevice device) {
    return new DaxFit(
        "node " + cell.id() + ": " + device.path(),
        cell.sizeKib(),
        cell.alignKib(),
        device,
        new DevdaxMode(subject.host(), device.name()));
  }

  /** Returns the finding about a missing dax device; the subject may be empty. */
  public static Finding noDevice(String subject, String path) {
    return Finding.error(
        Code.DEVICE_MISSING,
        subject + "the kernel knows no device " + path,
        "QEMU can't open what is not there",
        ShellWord.virtSpm() + " devices shows those there are; daxctl create-device makes one");
  }

  private static Finding file(Subject subject, SpmCell cell, String path) {
    String node = "node " + cell.id() + ": " + path;
    if (Files.isDirectory(subject.host().at(path))) {
      return Finding.error(
          Code.MEMORY_FILE,
          node + " is a folder",
          "QEMU would make a nameless file in it",
          "name a file in it");
    }
    if (!Files.exists(subject.host().at(path))) {
      return Finding.warning(
          Code.MEMORY_FILE,
          node + " does not exist",
          "libvirt can't hand to QEMU what is not there, or QEMU makes it in ordinary memory",
          enlarging(cell, path));
    }
    long bytes = subject.host().at(path).toFile().length();
    if (Files.isRegularFile(subject.host().at(path)) && bytes < cell.sizeKib() * 1024) {
      return Finding.warning(
          Code.MEMORY_FILE,
          node
              + " has "
              + MemorySize.words(bytes / 1024)
              + " of "
              + MemorySize.words(cell.sizeKib()),
          "QEMU enlarges a file that is empty, and refuses one that is too small",
          enlarging(cell, path));
    }
    return Finding.note(
        Code.MEMORY_FILE,
        node + " is an ordinary file",
        "the memory is not special on the host, only in the guest");
  }

  private static String enlarging(SpmCell cell, String path) {
    return "truncate -s " + cell.sizeKib() + "K " + ShellWord.of(path);
  }
}
