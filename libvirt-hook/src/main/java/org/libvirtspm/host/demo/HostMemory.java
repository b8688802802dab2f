package org.libvirtspm.host.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** Checks that this machine has enough memory for a host of the testbed. */
public final class HostMemory {

  private static final long NEEDED_KIB = 6L << 20;

  private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable: +([0-9]{1,15}) kB$");

  private HostMemory() {}

  /** Throws IOException if there is not enough. */
  public static void require() throws IOException {
    require(Files.readString(Path.of("/proc/meminfo")));
  }

  /** Checks the content of /proc/meminfo. */
  public static void require(String meminfo) throws IOException {
    Matcher available = AVAILABLE.matcher(meminfo);
    if (available.find() && Long.parseLong(available.group(1)) < NEEDED_KIB) {
      throw new IOException(
          "the host takes 6 GiB of memory, and "
              + MemorySize.rounded(Long.parseLong(available.group(1)))
              + " are free: end some programs, or try virt-spm demo without --host");
    }
  }
}
