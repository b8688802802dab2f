package org.libvirtspm.host.check;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.libvirtspm.host.ProgramOutput;

/** Queries the host's package manager for the package of a file. */
final class Packages {

  private Packages() {}

  /** Returns package and version, such as {@code ovmf 2026.08+ds-2}; empty if unknown. */
  static Optional<String> of(String file) {
    return ofExactly(file)
        .or(
            () ->
                Optional.of(real(file)).filter(r -> !r.equals(file)).flatMap(Packages::ofExactly));
  }

  private static Optional<String> ofExactly(String file) {
    return ProgramOutput.of("dpkg-query", "-S", file)
        .map(found -> found.substring(0, found.indexOf(':')))
        .flatMap(name -> ProgramOutput.of("dpkg-query", "-W", "-f", "${Package} ${Version}", name))
        .or(() -> ProgramOutput.of("rpm", "-qf", "--qf", "%{NAME} %{VERSION}-%{RELEASE}", file));
  }

  private static String real(String file) {
    try {
      return Path.of(file).toRealPath().toString();
    } catch (IOException e) {
      return file;
    }
  }
}
