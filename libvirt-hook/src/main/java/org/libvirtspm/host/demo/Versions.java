package org.libvirtspm.host.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.libvirtspm.translator.LibvirtVersion;

/** Package versions in a root of the testbed. */
public final class Versions {

  private static final List<String> ORDER = List.of("libvirt", "QEMU", "OVMF", "guest-kernel");

  private Versions() {}

  /** Returns upstream versions in one line. */
  public static String sentence(Map<String, String> versions) {
    return ORDER.stream()
        .filter(versions::containsKey)
        .map(name -> name.replace('-', ' ') + " " + upstream(versions.get(name)))
        .collect(Collectors.joining(", "));
  }

  /** Returns the version of libvirt. */
  public static LibvirtVersion libvirt(Map<String, String> versions) {
    return LibvirtVersion.find(upstream(versions.getOrDefault("libvirt", "")))
        .orElse(LibvirtVersion.UNKNOWN);
  }

  private static String upstream(String version) {
    return version.replaceFirst("[^0-9.].*", "");
  }
}
