package org.libvirtspm.host.demo;

import java.nio.file.Path;
import java.util.Optional;
import org.libvirtspm.host.check.ProgramCopy;

/**
 * The source tree this code was built in; an installed copy has none.
 *
 * @param root the folder with the samples
 */
public record Checkout(Path root) {

  private static final String TESTBED = "libvirt-hook/src/testbed";

  /** The tree around the jar or class folder that is running. */
  public static Optional<Checkout> ofRunningCode() {
    ProgramCopy copy = ProgramCopy.ofRunningCode("");
    return copy.kind() == ProgramCopy.Kind.CHECKOUT
        ? Optional.of(new Checkout(copy.place()))
        : Optional.empty();
  }

  /** The script that runs disposable Debian roots. */
  public Path testbed() {
    return root.resolve(TESTBED).resolve("testbed");
  }

  /** The folder of the jars that are installed. */
  public Path library() {
    return root.resolve("libvirt-hook/target/virt-spm/lib");
  }

  /** The folder of domains to start from. */
  public Path samples() {
    return root.resolve("samples");
  }
}
