package org.libvirtspm.host.check;

import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** Writes a cell that uses a whole dax device. */
public final class CellSnippet {

  private CellSnippet() {}

  /** Returns the cell, indented as in a domain, without an id. */
  public static String of(DaxDevice device) {
    long alignKib = device.alignBytes().orElse(2 << 20) / 1024;
    long sizeKib = device.sizeKib() / alignKib * alignKib;
    return """
          <cell id='1' memory='%s' unit='%s' spm='on'>
            <source><path>%s</path><alignsize unit='%s'>%s</alignsize></source>
          </cell>
        """
        .formatted(
            MemorySize.number(sizeKib),
            MemorySize.unit(sizeKib),
            device.path(),
            MemorySize.unit(alignKib),
            MemorySize.number(alignKib));
  }
}
