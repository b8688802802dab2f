package org.libvirtspm.host.hook;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;

/**
 * A cell whose memory is special.
 *
 * @param path the file or device its memory is; empty for memory without a name
 * @param alignKib the alignment QEMU is told; 0 for none
 */
record SpecialCell(int id, long sizeKib, String path, long alignKib) {

  boolean hasPath() {
    return !path.isEmpty();
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(id);
    out.writeLong(sizeKib);
    out.writeUTF(path);
    out.writeLong(alignKib);
  }

  static SpecialCell read(DataInput in) throws IOException {
    return new SpecialCell(in.readInt(), in.readLong(), in.readUTF(), in.readLong());
  }
}
