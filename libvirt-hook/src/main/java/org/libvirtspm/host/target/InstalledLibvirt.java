package org.libvirtspm.host.target;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.LibvirtVersion;

/**
 * Version of the installed libvirt, from the file name of its library: {@code libvirt.so.0.12008.0}
 * in release 12.8.0. Loading the library takes longer than a translation.
 *
 * @param root root of the file system
 */
public record InstalledLibvirt(Path root) {

  private static final List<String> LINKS =
      List.of(
          "usr/local/lib/libvirt.so.0",
          "usr/local/lib64/libvirt.so.0",
          "usr/lib/x86_64-linux-gnu/libvirt.so.0",
          "usr/lib64/libvirt.so.0",
          "usr/lib/libvirt.so.0");

  private static final Pattern FILE =
      Pattern.compile("libvirt\\.so\\.0\\.([0-9]{4,6})\\.([0-9]{1,3})");

  /** The libvirt of this host. */
  public static final InstalledLibvirt OF_THIS_HOST = new InstalledLibvirt(Path.of("/"));

  /** Returns the version; empty if libvirt is not installed. */
  public Optional<LibvirtVersion> version() {
    return LINKS.stream().flatMap(link -> at(root.resolve(link)).stream()).findFirst();
  }

  private static Optional<LibvirtVersion> at(Path link) {
    try {
      Matcher file = FILE.matcher(link.toRealPath().getFileName().toString());
      return file.matches() ? Optional.of(version(file)) : Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private static LibvirtVersion version(Matcher file) {
    int number = Integer.parseInt(file.group(1));
    return new LibvirtVersion(number / 1000, number % 1000, Integer.parseInt(file.group(2)));
  }
}
