package org.libvirtspm.host.hook;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;

/**
 * An emulator's file at some time.
 *
 * @param size in bytes; -1 when there is no such file
 * @param modifiedMillis since 1970
 */
record EmulatorId(String path, long size, long modifiedMillis) {

  /** Of a document that names none. */
  static final EmulatorId ABSENT = new EmulatorId("", -1, 0);

  /** The file as it is now, behind any links. */
  static EmulatorId of(Path emulator) {
    try {
      BasicFileAttributes file = Files.readAttributes(emulator, BasicFileAttributes.class);
      long modified = file.lastModifiedTime().toMillis();
      return new EmulatorId(emulator.toString(), file.size(), modified);
    } catch (IOException e) {
      return new EmulatorId(emulator.toString(), -1, 0);
    }
  }

  boolean isUnchanged() {
    return path.isEmpty() || of(Path.of(path)).equals(this);
  }

  void write(DataOutput out) throws IOException {
    out.writeUTF(path);
    out.writeLong(size);
    out.writeLong(modifiedMillis);
  }

  static EmulatorId read(DataInput in) throws IOException {
    return new EmulatorId(in.readUTF(), in.readLong(), in.readLong());
  }
}
