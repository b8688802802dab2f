package org.libvirtspm.host.demo;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.libvirtspm.translator.LibvirtVersion;

/** What a root of the testbed has, as Debian's packages count it. */
public final class Versions {

  private static final List<String> ORDER = List.of("libvirt", "QEMU", "OVMF", "guest-kernel");

  private Versions() {}

  /** All of them in one line, without what Debian adds to them. */
  public static String sentence(Map<String, String> versions) {
    return ORDER.stream()
        .filter(versions::containsKey)
        .map(name -> name.replace('-', ' ') + " " + upstream(versions.get(name)))
        .collect(Collectors.joining(", "));
  }

  /** The libvirt among them. */
  public static LibvirtVersion libvirt(Map<String, String> versions) {
    return LibvirtVersion.find(upstream(versions.getOrDefault("libvirt", "")))
        .orElse(LibvirtVersion.UNKNOWN);
  }

  private static String upstream(String version) {
    return version.replaceFirst("[^0-9.].*", "");
  }
}
