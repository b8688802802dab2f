package org.libvirtspm.host.live;

import java.util.Optional;
import org.libvirtspm.host.apply.Look;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;

/** Run on a live host: looks at its domains, at the first ones in ways that fail. */
final class FailingLooks {

  private static int looks;

  private FailingLooks() {}

  /** Prints a line for each domain. */
  public static void main(String[] args) throws Exception {
    try (LibvirtConnection libvirt = LibvirtConnection.open(Optional.empty(), true)) {
      for (LibvirtDomain domain : libvirt.domains()) {
        Look<String> look = Look.at(domain, FailingLooks::fail);
        System.out.println(look.found().orElseGet(() -> look.failure().orElseThrow().sentence()));
      }
    }
    System.exit(0);
  }

  private static Optional<String> fail(LibvirtDomain domain) throws java.io.IOException {
    return switch (looks++) {
      case 0 -> Optional.of("" + depth(1));
      case 1 -> Optional.of("" + new long[Integer.MAX_VALUE - 8].length);
      case 2 -> Optional.of("" + Integer.parseInt("\u2003" + 7));
      case 3 -> throw new java.io.IOException("its disk is on fire");
      default -> Optional.of("fine");
    };
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int depth(int n) {
    return 1 + depth(n + 1);
  }
}
