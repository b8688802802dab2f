package org.libvirtspm.host.probe;

import java.io.IOException;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.qmp.EmulatorFacts;
import org.libvirtspm.host.qmp.EmulatorProbe;
import org.libvirtspm.host.qmp.QmpDialectProbe;

/**
 * Asks an emulator only if it has changed since it last answered. Any number of processes may use
 * one folder at once: entries are replaced whole.
 *
 * @param probe does the asking
 * @param folders where to look for answers; new ones go to the first
 */
public record CachedProbe(EmulatorProbe probe, List<Path> folders) implements EmulatorProbe {

  /** Asks over QMP, and remembers in this user's cache folder. */
  public static CachedProbe standard() {
    return new CachedProbe(
        emulator -> new QmpDialectProbe(QmpDialectProbe.LIMIT).factsOf(emulator),
        CacheFolders.ofThisUser());
  }

  @Override
  public EmulatorFacts factsOf(Path emulator) {
    Optional<EmulatorFile> file = EmulatorFile.at(emulator);
    return file.flatMap(this::remembered)
        .orElseGet(
            () -> {
              EmulatorFacts facts = probe.factsOf(emulator);
              file.ifPresent(f -> remember(f, facts));
              return facts;
            });
  }

  /** Removes this user's answers, and their folders. */
  public void forget() throws IOException {
    Path folder = folders.get(0);
    if (Files.isDirectory(folder)) {
      try (DirectoryStream<Path> entries = Files.newDirectoryStream(folder)) {
        for (Path entry : entries) {
          Files.delete(entry);
        }
      }
      Files.delete(folder);
    }
    if (folder.getParent().endsWith(CacheFolders.NAME)) {
      try {
        Files.deleteIfExists(folder.getParent());
      } catch (DirectoryNotEmptyException e) {
        // It holds something else of ours.
      }
    }
  }

  private Optional<EmulatorFacts> remembered(EmulatorFile file) {
    return folders.stream()
        .flatMap(folder -> CacheEntry.read(folder, file).stream())
        .findFirst()
        .map(CacheEntry::facts);
  }

  /** A cache that can't be written costs time at the next run, and nothing else. */
  private void remember(EmulatorFile file, EmulatorFacts facts) {
    try {
      new CacheEntry(file, facts).write(folders.get(0));
    } catch (IOException e) {
      // The answer is good all the same.
    }
  }
}
