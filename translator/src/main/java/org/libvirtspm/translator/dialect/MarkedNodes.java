package org.libvirtspm.translator.dialect;

import java.util.List;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.check.PassthroughRules;
import org.libvirtspm.translator.step.LockMemory;
import org.libvirtspm.translator.step.MarkNodes;
import org.libvirtspm.translator.step.ShareOutMemory;
import org.libvirtspm.translator.step.SilenceBalloon;

/** Dialects that mark the boot memory of a NUMA node; libvirt never hears of these nodes. */
abstract class MarkedNodes implements Dialect {

  /** The option of {@code -numa node} that marks memory as special. */
  abstract String mark();

  @Override
  public Form form(LibvirtVersion libvirt) {
    return Passthrough.form(
        PassthroughRules.markedNodes(libvirt),
        new MarkNodes(mark()),
        List.of(new ShareOutMemory(), new SilenceBalloon(), new LockMemory()),
        name());
  }
}
