package org.libvirtspm.host.target;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;

/** Whether a file can be relied on by the user who runs this. */
public final class Trust {

  private Trust() {}

  /** True if root or this user owns the program and not everybody may write it. */
  public static boolean mayBeRun(Path program) {
    try {
      PosixFileAttributes file = Files.readAttributes(program, PosixFileAttributes.class);
      return isOwnerTrusted(program)
          && !file.permissions().contains(PosixFilePermission.OTHERS_WRITE);
    } catch (IOException | UnsupportedOperationException e) {
      return false;
    }
  }

  private static boolean isOwnerTrusted(Path program) throws IOException {
    Object owner = Files.getAttribute(program, "unix:uid");
    return owner.equals(0) || owner.equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"));
  }
}
