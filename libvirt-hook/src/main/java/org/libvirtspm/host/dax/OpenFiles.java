package org.libvirtspm.host.dax;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Finds processes that have a file or device open or mapped, as far as this user may see. Files are
 * compared by device and inode, since names differ between mount namespaces.
 */
public record OpenFiles(HostFiles host) {

  /**
   * Returns process id, program and user of each, such as {@code 4711 (qemu-system-x86, user 107)}.
   */
  public List<String> usersOf(String path) {
    try {
      return usersOf(FileFacts.of(host.at(path)));
    } catch (IOException e) {
      return List.of();
    }
  }

  /** Returns process id, program and user of each process with this file or device. */
  public List<String> usersOf(FileFacts memory) {
    // Files that many processes map, such as libraries, are examined once.
    Map<String, Boolean> mapped = new HashMap<>();
    return host.entries(host.at("/proc")).stream()
        .filter(process -> isNumber(process.getFileName().toString()))
        .filter(process -> parts(process).stream().anyMatch(p -> uses(p, memory, mapped)))
        .map(this::name)
        .toList();
  }

  private static boolean isNumber(String name) {
    return name.chars().allMatch(c -> c >= '0' && c <= '9');
  }

  /** Returns the process; its threads if the main one has ended, for which /proc shows nothing. */
  private List<Path> parts(Path process) {
    return host.entries(process.resolve("fd")).isEmpty()
        ? host.entries(process.resolve("task")).stream()
            .map(thread -> process.resolveSibling(thread.getFileName()))
            .toList()
        : List.of(process);
  }

  private boolean uses(Path process, FileFacts memory, Map<String, Boolean> mapped) {
    return host.entries(process.resolve("fd")).stream()
            .anyMatch(fd -> isSame(fd, memory).orElse(false))
        || hasMapped(process, memory, mapped);
  }

  /** Parses lines such as {@code 7f00-7f01 rw-s 00000000 00:06 99 /dev/dax0.0}. */
  private boolean hasMapped(Path process, FileFacts memory, Map<String, Boolean> mapped) {
    for (String line : text(process.resolve("maps")).split("\n", -1)) {
      String[] fields = line.split(" ", 6);
      boolean isFile = fields.length == 6 && !fields[4].equals("0");
      if (isFile) {
        Path link = process.resolve("map_files").resolve(range(fields[0]));
        Optional<Boolean> same =
            Optional.ofNullable(mapped.get(fields[3] + " " + fields[4]))
                .or(() -> isSame(link, memory));
        same.ifPresent(known -> mapped.put(fields[3] + " " + fields[4], known));
        if (same.orElse(false)) {
          return true;
        }
      }
    }
    return false;
  }

  /** Removes padding of addresses, which maps has and the names in map_files have not. */
  private static String range(String addresses) {
    return addresses.replaceAll("(^|-)0+(?=[0-9a-f])", "$1");
  }

  /** Reads a file as ISO 8859-1, since names in it may have any encoding. */
  private static String text(Path file) {
    try {
      return new String(Files.readAllBytes(file), StandardCharsets.ISO_8859_1);
    } catch (IOException e) {
      return "";
    }
  }

  /** Compares an open file; empty if it was closed or its process has ended. */
  private static Optional<Boolean> isSame(Path link, FileFacts memory) {
    try {
      return Optional.of(FileFacts.of(link).isSameMemory(memory));
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private String name(Path process) {
    String program = host.text(process.resolve("comm")).orElse("?");
    return process.getFileName() + " (" + program + user(process) + ")";
  }

  private static String user(Path process) {
    try {
      return ", user " + FileFacts.of(process).owner();
    } catch (IOException e) {
      return "";
    }
  }
}
