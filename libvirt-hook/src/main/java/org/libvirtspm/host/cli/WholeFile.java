package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.UUID;

/** Writes a file so that readers see the old content or the new, never a part. */
final class WholeFile {

  private WholeFile() {}

  /** Replaces or makes the file; a link is followed, and a device or pipe is written to. */
  static void write(Path file, byte[] content) throws IOException {
    if (Files.exists(file, LinkOption.NOFOLLOW_LINKS) && !Files.isRegularFile(file)) {
      Files.write(file, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE);
      return;
    }
    Path target = Files.exists(file) ? file.toRealPath() : file.toAbsolutePath();
    Path beside = target.resolveSibling(".virt-spm-" + UUID.randomUUID() + ".tmp");
    try {
      Files.write(beside, content, StandardOpenOption.WRITE, StandardOpenOption.CREATE_NEW);
      if (Files.exists(target)) {
        keepOwnerAndMode(target, beside);
      }
      Files.move(beside, target, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(beside);
    }
  }

  private static void keepOwnerAndMode(Path from, Path to) throws IOException {
    for (String attribute : new String[] {"unix:gid", "unix:uid"}) {
      Object kept = Files.getAttribute(from, attribute);
      if (!kept.equals(Files.getAttribute(to, attribute))) {
        giveAway(to, attribute, kept);
      }
    }
    Files.setPosixFilePermissions(to, Files.getPosixFilePermissions(from));
  }

  private static void giveAway(Path file, String attribute, Object owner) throws IOException {
    try {
      Files.setAttribute(file, attribute, owner);
    } catch (FileSystemException e) {
      // Only root may give a file away; anybody else's result is their own.
    }
  }
}
