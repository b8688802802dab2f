package org.libvirtspm.host.qmp;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;

/** Small programs that behave, over QMP, as an emulator might. */
public final class FakeEmulator {

  private static final String GREETING =
      "echo '{\"QMP\": {\"version\": {}, \"capabilities\": []}}'\n";

  private static final String DONE = "{\"return\": {}}";

  public static final String NO_DEVICE =
      "{\"error\": {\"class\": \"DeviceNotFound\", \"desc\": \"Device 'sp-mem' not found\"}}";

  public static final String SP_MEM =
      "{\"return\": [{\"name\": \"node\", \"type\": \"uint32\"}, {\"name\": \"memdev\"}]}";

  private FakeEmulator() {}

  /** A program with this text after the shebang line. */
  static Path script(Path folder, String text) throws IOException {
    Path script = Files.createTempFile(folder, "qemu-system-", "");
    Files.writeString(script, "#!/bin/sh\n" + text);
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  /** An emulator whose NUMA node has this member besides its id, and that answers so of sp-mem. */
  public static Path speaking(Path folder, String member, String type, String spMem)
      throws IOException {
    return script(
        folder,
        GREETING
            + "read line; echo '"
            + DONE
            + "'\n"
            + "echo '{\"event\": \"RESUME\", \"data\": {}, \"timestamp\": {\"seconds\": 1}}'\n"
            + "read line; echo '"
            + schema(member, type)
            + "'\n"
            + "read line; echo '"
            + spMem
            + "'\n"
            + "read line; echo '"
            + DONE
            + "'\n");
  }

  /** Starts another program, as a wrapper would, and writes down its number; neither answers. */
  static Path silent(Path folder, Path pid) throws IOException {
    return script(folder, "sleep 60 &\necho $! >" + pid + "\nwait\n");
  }

  /** Greets, and ends before it has answered anything. */
  public static Path crashing(Path folder) throws IOException {
    return script(folder, GREETING + "echo first >&2\necho 'no such firmware' >&2\nexit 3\n");
  }

  private static String schema(String member, String type) {
    String members = "{\"name\": \"nodeid\", \"type\": \"int\", \"default\": null}";
    members +=
        member.isEmpty() ? "" : ", {\"name\": \"" + member + "\", \"type\": \"" + type + "\"}";
    return "{\"return\": ["
        + "{\"name\": \"set-numa-node\", \"meta-type\": \"command\", \"arg-type\": \"41\", \"ret-type\": \"0\"},"
        + "{\"name\": \"7\", \"meta-type\": \"object\", \"members\": ["
        + members
        + "]},"
        + "{\"name\": \"41\", \"meta-type\": \"object\", \"tag\": \"type\", \"variants\": ["
        + "{\"case\": \"dist\", \"type\": \"8\"}, {\"case\": \"node\", \"type\": \"7\"}]},"
        + "{\"name\": \"8\", \"meta-type\": \"object\", \"members\": [{\"name\": \"spm\", \"type\": \"bool\"}]},"
        + "{\"name\": \"9\", \"meta-type\": \"enum\", \"members\": [{\"name\": \"normal\"}, {\"name\": \"spm\"}]},"
        + "{\"name\": \"10\", \"meta-type\": \"enum\", \"members\": [{\"name\": \"normal\"}]},"
        + "{\"name\": \"int\", \"meta-type\": \"builtin\", \"json-type\": \"int\"},"
        + "{\"name\": \"bool\", \"meta-type\": \"builtin\", \"json-type\": \"boolean\"}]}";
  }
}
