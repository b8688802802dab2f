package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Version of a running libvirt daemon. A hook must not call it, so the name of its loaded library
 * is read: {@code libvirt.so.0.12008.0} in release 12.8.0.
 */
final class LibvirtdVersion {

  /** Result if the process is not a libvirt daemon or cannot be read. */
  static final String UNKNOWN = "";

  private static final String LIBRARY = "/libvirt.so.0.";

  private LibvirtdVersion() {}

  /** Returns the version, such as 12.8.0. */
  static String of(Path proc, long pid) {
    try {
      byte[] maps = Files.readAllBytes(proc.resolve(pid + "/maps"));
      return in(new String(maps, StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      return UNKNOWN;
    }
  }

  /** Finds the version in the text of /proc/PID/maps. */
  static String in(String maps) {
    int at = maps.indexOf(LIBRARY);
    if (at < 0) {
      return UNKNOWN;
    }
    int start = at + LIBRARY.length();
    int dot = start;
    while (dot < maps.length() && Character.isDigit(maps.charAt(dot))) {
      dot++;
    }
    int end = dot + 1;
    while (end < maps.length() && Character.isDigit(maps.charAt(end))) {
      end++;
    }
    if (dot == start || dot - start > 6 || end > maps.length() || end == dot + 1) {
      return UNKNOWN;
    }
    int number = Integer.parseInt(maps.substring(start, dot));
    return number / 1000 + "." + number % 1000 + "." + maps.substring(dot + 1, end);
  }
}
