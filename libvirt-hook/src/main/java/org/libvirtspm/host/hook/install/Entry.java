package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.io.InputStream;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The shell script that libvirt runs, with its settings filled in. */
final class Entry {

  private static final String TEMPLATE = "hook-entry";

  private Entry() {}

  /**
   * Writes a new script in the folder above its final one; returns its path. libvirt runs every
   * executable file of the final folder, those with a dot in front too (virHookCall), and refuses a
   * domain's start if one of them is gone after it listed them.
   */
  static Path write(Path entry, Map<String, String> settings) throws IOException {
    String text = resource(TEMPLATE).replace("@build@", settings.get("build"));
    for (Map.Entry<String, String> setting : settings.entrySet()) {
      text = text.replace("@" + setting.getKey() + "@", quoted(setting.getValue()));
    }
    Path beside = beside(entry);
    Files.deleteIfExists(beside);
    Set<PosixFilePermission> mode = PosixFilePermissions.fromString("rwxr-xr-x");
    Files.createFile(beside, PosixFilePermissions.asFileAttribute(mode));
    try {
      Files.writeString(beside, text);
      Files.setPosixFilePermissions(beside, mode);
      force(beside);
    } catch (IOException e) {
      Files.deleteIfExists(beside);
      throw new IOException(beside + " can't be written: " + e.getMessage(), e);
    }
    return beside;
  }

  /** Returns the path of a script that is not in its place yet. */
  static Path beside(Path entry) {
    return entry.getParent().resolveSibling(".50-libvirt-spm.new");
  }

  /**
   * Moves a new script to its place. It gets the modification time of the one it replaces, which
   * tells since when libvirt can see a hook there.
   */
  static void put(Path beside, Path entry) throws IOException {
    if (setting(entry, "lib").isPresent()) {
      Files.setLastModifiedTime(beside, Files.getLastModifiedTime(entry));
    }
    Files.move(beside, entry, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
  }

  /**
   * Waits until a script is on the disk: moved to its place and left empty by a power failure, it
   * would keep every domain from starting.
   */
  private static void force(Path file) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.READ)) {
      channel.force(true);
    }
  }

  /** Returns a setting of the installed script; empty if it is missing or not ours. */
  static Optional<String> setting(Path entry, String name) throws IOException {
    try {
      return Files.readString(entry)
          .lines()
          .filter(line -> line.startsWith(name + "='") && line.endsWith("'"))
          .map(line -> line.substring(name.length() + 2, line.length() - 1).replace("'\\''", "'"))
          .findFirst();
    } catch (NoSuchFileException e) {
      return Optional.empty();
    }
  }

  /** Returns a script from the class path. */
  static String resource(String name) throws IOException {
    try (InputStream in = Entry.class.getResourceAsStream(name)) {
      if (in == null) {
        throw new IOException("this virt-spm was built without its script " + name);
      }
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private static String quoted(String value) {
    return "'" + value.replace("'", "'\\''") + "'";
  }
}
