package org.libvirtspm.host.hook;

import java.io.DataInput;
import java.io.DataOutput;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/**
 * What a full look at a document found: it is in step, and this is what it needs of the host.
 *
 * @param cells the SPM cells; empty for a document that declares none
 * @param uuid the domain's; empty when the document has none
 * @param bypassesLibvirt whether QEMU opens the paths without libvirt knowing of them
 * @param owner user of the domain's QEMU by its own seclabel; empty for the host's default
 * @param emulator its file at the time, for what it said of its dialects holds for that file only
 */
record Finding(
    List<SpecialCell> cells,
    String uuid,
    boolean bypassesLibvirt,
    String owner,
    EmulatorId emulator) {

  /** Of a document without SPM. */
  static final Finding NONE = new Finding(List.of(), "", false, "", EmulatorId.ABSENT);

  Finding {
    cells = List.copyOf(cells);
  }

  void write(DataOutput out) throws IOException {
    out.writeInt(cells.size());
    for (SpecialCell cell : cells) {
      cell.write(out);
    }
    out.writeUTF(uuid);
    out.writeBoolean(bypassesLibvirt);
    out.writeUTF(owner);
    emulator.write(out);
  }

  static Finding read(DataInput in) throws IOException {
    List<SpecialCell> cells = new ArrayList<>();
    for (int left = in.readInt(); left > 0; left--) {
      cells.add(SpecialCell.read(in));
    }
    return new Finding(cells, in.readUTF(), in.readBoolean(), in.readUTF(), EmulatorId.read(in));
  }
}
