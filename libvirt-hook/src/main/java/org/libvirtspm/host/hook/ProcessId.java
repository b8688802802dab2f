package org.libvirtspm.host.hook;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A process id with its start time, which distinguishes processes that reuse the number.
 *
 * @param started in clock ticks since boot
 */
record ProcessId(long pid, long started) {

  /** No process. */
  static final ProcessId NONE = new ProcessId(0, 0);

  /**
   * Index of field 22 of /proc/PID/stat, counted behind the process name, which may contain spaces.
   */
  private static final int START_BEHIND_NAME = 19;

  /** Returns the process that has this number now. */
  static ProcessId of(Path proc, long pid) {
    try {
      byte[] stat = Files.readAllBytes(proc.resolve(pid + "/stat"));
      String text = new String(stat, StandardCharsets.ISO_8859_1);
      String[] behindName = text.substring(text.lastIndexOf(')') + 2).split(" ", -1);
      return new ProcessId(pid, Long.parseLong(behindName[START_BEHIND_NAME]));
    } catch (IOException | RuntimeException e) {
      return NONE;
    }
  }

  boolean isAlive(Path proc) {
    return pid > 0 && of(proc, pid).equals(this);
  }

  void write(DataOutput out) throws IOException {
    out.writeLong(pid);
    out.writeLong(started);
  }

  static ProcessId read(DataInput in) throws IOException {
    return new ProcessId(in.readLong(), in.readLong());
  }
}
