package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import org.libvirtspm.host.dax.FileFacts;

/**
 * Running guests of this host, found in libvirt's PID files and /proc; a hook must not call
 * libvirt.
 */
record Guests(Host host) {

  private static final String PID = ".pid";

  /** The argument that libvirt gives every QEMU. */
  private static final String UUID = "\0-uuid\0";

  /** Returns the name of a guest that has the file or device open. */
  Optional<String> userOf(FileFacts memory) {
    try (DirectoryStream<Path> files = Files.newDirectoryStream(host.guests(), "*" + PID)) {
      for (Path file : files) {
        if (uses(file, memory)) {
          String name = file.getFileName().toString();
          return Optional.of(name.substring(0, name.length() - PID.length()));
        }
      }
      return Optional.empty();
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private boolean uses(Path pidFile, FileFacts memory) {
    try {
      // The folder also holds libvirt's own PID file.
      String pid = pid(pidFile);
      return command(pid).contains(UUID) && uses(pid, memory);
    } catch (IOException e) {
      // The process has ended.
      return false;
    }
  }

  /** True if the QEMU of the domain is running. */
  boolean runs(String domain, String uuid) {
    if (domain.indexOf('/') >= 0 || domain.indexOf('\0') >= 0 || uuid.isEmpty()) {
      return false;
    }
    try {
      return command(pid(host.guests().resolve(domain + PID))).contains(UUID + uuid + "\0");
    } catch (IOException e) {
      return false;
    }
  }

  private String command(String pid) throws IOException {
    Path file = host.at("/proc").resolve(pid).resolve("cmdline");
    return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
  }

  private static String pid(Path file) throws IOException {
    String pid = Files.readString(file).strip();
    if (!pid.matches("[0-9]{1,10}")) {
      throw new IOException(file + " holds no process number");
    }
    return pid;
  }

  private boolean uses(String pid, FileFacts memory) {
    Path descriptors = host.at("/proc").resolve(pid).resolve("fd");
    try (DirectoryStream<Path> open = Files.newDirectoryStream(descriptors)) {
      for (Path descriptor : open) {
        if (isSame(descriptor, memory)) {
          return true;
        }
      }
      return false;
    } catch (IOException e) {
      // The process has ended.
      return false;
    }
  }

  private static boolean isSame(Path descriptor, FileFacts memory) {
    try {
      return FileFacts.of(descriptor).isSameMemory(memory);
    } catch (IOException e) {
      return false;
    }
  }
}
