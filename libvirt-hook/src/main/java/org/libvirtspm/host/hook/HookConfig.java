package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libvirtspm.host.FailureReason;

/**
 * The hook's configuration file: lines {@code KEY = VALUE}, with comments from {@code #} on.
 *
 * @param appliesStale true if a domain out of step is translated in the background
 * @param deviceUsers further users, beside that of qemu.conf, whose QEMU may be given devices
 * @param paths path of memory on this host, by its path on other hosts
 * @param emulators path of an emulator on this host, by its path on other hosts
 */
public record HookConfig(
    boolean appliesStale,
    List<String> deviceUsers,
    Map<String, String> paths,
    Map<String, String> emulators) {

  /** The default path. */
  public static final String FILE = "/etc/libvirt-spm/hook.conf";

  private static final String USER = "[+\\w.$-]+";

  /** Copies the collections. */
  public HookConfig {
    deviceUsers = List.copyOf(deviceUsers);
    paths = Map.copyOf(paths);
    emulators = Map.copyOf(emulators);
  }

  /**
   * Reads the file; a missing file gives the defaults.
   *
   * @throws Refusal if the file is not valid
   */
  public static HookConfig read(Path file) {
    try {
      return Files.exists(file) ? of(file, Files.readAllLines(file)) : of(file, List.of());
    } catch (IOException e) {
      throw new Refusal(
          "the hook's configuration " + file + " can't be read: " + FailureReason.of(e), e);
    }
  }

  private static HookConfig of(Path file, List<String> lines) {
    boolean appliesStale = true;
    List<String> deviceUsers = new ArrayList<>();
    Map<String, String> paths = new LinkedHashMap<>();
    Map<String, String> emulators = new LinkedHashMap<>();
    for (int i = 0; i < lines.size(); i++) {
      String line = lines.get(i).replaceFirst("#.*", "").strip();
      String[] sides = line.split("\\s*=\\s*", 2);
      if (line.isEmpty()) {
        continue;
      }
      if (line.matches("stale\\s*=\\s*(apply|refuse)")) {
        appliesStale = sides[1].equals("apply");
      } else if (line.matches("device_users\\s*=\\s*" + USER + "(\\s*,\\s*" + USER + ")*")) {
        deviceUsers.addAll(List.of(sides[1].split("\\s*,\\s*")));
      } else if (line.matches("path /\\S+\\s*=\\s*/\\S+")) {
        paths.put(sides[0].substring("path ".length()), sides[1]);
      } else if (line.matches("emulator /\\S+\\s*=\\s*/\\S+")) {
        emulators.put(sides[0].substring("emulator ".length()), sides[1]);
      } else {
        throw new Refusal(
            file
                + ":"
                + (i + 1)
                + ": '"
                + line
                + "' is none of stale = apply, stale = refuse, device_users = USER, ..., path"
                + " /THERE = /HERE and emulator /THERE = /HERE");
      }
    }
    return new HookConfig(appliesStale, deviceUsers, paths, emulators);
  }
}
