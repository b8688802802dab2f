package org.libvirtspm.host.demo;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The source tree this code was built in; an installed copy has none.
 *
 * @param root the folder with the samples
 */
public record Checkout(Path root) {

  private static final String TESTBED = "libvirt-hook/src/testbed";

  /** The tree around the jar or class folder that is running. */
  public static Optional<Checkout> ofRunningCode() {
    try {
      Path code =
          Path.of(Checkout.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      for (Path folder = code; folder != null; folder = folder.getParent()) {
        if (Files.isExecutable(folder.resolve(TESTBED).resolve("testbed"))) {
          return Optional.of(new Checkout(folder));
        }
      }
      return Optional.empty();
    } catch (URISyntaxException e) {
      return Optional.empty();
    }
  }

  /** The script that runs disposable Debian roots. */
  public Path testbed() {
    return root.resolve(TESTBED).resolve("testbed");
  }

  /** The folder of domains to start from. */
  public Path samples() {
    return root.resolve("samples");
  }
}
