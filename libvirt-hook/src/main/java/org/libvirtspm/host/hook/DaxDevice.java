package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * A device-dax device according to sysfs.
 *
 * @param name such as dax0.0
 * @param node its device node in /dev; may be missing
 * @param number its device number as sysfs writes it, such as 252:1
 * @param driver device_dax, kmem, or empty for none
 * @param sizeBytes its size in bytes
 * @param alignBytes its alignment in bytes; sizes and addresses must be multiples of it
 */
record DaxDevice(
    String name, Path node, String number, String driver, long sizeBytes, long alignBytes) {

  private static final String FOLDER = "/dev/";
  private static final String NAME = "dax[0-9]{1,9}\\.[0-9]{1,9}";

  /** Returns the device for a path in a document; empty if this host has no device of that name. */
  static Optional<DaxDevice> at(Host host, String path) throws IOException {
    return path.startsWith(FOLDER)
        ? named(host, path.substring(FOLDER.length()))
        : Optional.empty();
  }

  /** Returns the device of a name; empty if this host has none. */
  static Optional<DaxDevice> named(Host host, String name) throws IOException {
    if (!name.matches(NAME) || !Files.isDirectory(host.dax(name))) {
      return Optional.empty();
    }
    Path folder = host.dax(name);
    return Optional.of(
        new DaxDevice(
            name,
            host.at(FOLDER + name),
            line(folder, "dev"),
            driver(folder),
            Long.parseLong(line(folder, "size")),
            Long.parseLong(line(folder, "align"))));
  }

  private static String line(Path folder, String attribute) throws IOException {
    return Files.readString(folder.resolve(attribute)).strip();
  }

  private static String driver(Path folder) throws IOException {
    Path link = folder.resolve("driver");
    return Files.isSymbolicLink(link) ? Files.readSymbolicLink(link).getFileName().toString() : "";
  }
}
