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
 * Probes an emulator only if its file has changed since the last answer. Several processes may
 * share a folder, since entries are replaced atomically.
 *
 * @param probe the actual probe
 * @param folders folders to read; new entries go to the first
 */
public record CachedProbe(EmulatorProbe probe, List<Path> folders) implements EmulatorProbe {

  /** Returns a QMP probe with this user's cache. */
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

  /** Removes this user's entries and folders. */
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
        // The folder contains other files.
      }
    }
  }

  private Optional<EmulatorFacts> remembered(EmulatorFile file) {
    return folders.stream()
        .flatMap(folder -> CacheEntry.read(folder, file).stream())
        .findFirst()
        .map(CacheEntry::facts);
  }

  /** Writes an entry; a failure only costs time in the next run. */
  private void remember(EmulatorFile file, EmulatorFacts facts) {
    try {
      new CacheEntry(file, facts).write(folders.get(0));
    } catch (IOException e) {
      // The result itself is valid.
    }
  }
}
