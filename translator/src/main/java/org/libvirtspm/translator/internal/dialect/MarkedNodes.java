package org.libvirtspm.translator.internal.dialect;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.Form;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.internal.check.PassthroughRules;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.step.LockMemory;
import org.libvirtspm.translator.internal.step.MarkNodes;
import org.libvirtspm.translator.internal.step.PassMemorySize;
import org.libvirtspm.translator.internal.step.SilenceBalloon;
import org.libvirtspm.translator.internal.step.SplitMemorySize;
import org.libvirtspm.translator.internal.step.Step;

/** Dialects that mark the boot memory of a NUMA node; libvirt does not see these nodes. */
abstract class MarkedNodes implements DialectSyntax {

  private final Step marked;

  /** Takes key and value of the {@code -numa node} option that marks the memory. */
  MarkedNodes(String key, String value) {
    this.marked = new MarkNodes(key, value);
  }

  @Override
  public boolean isInStockQemu(int major, int minor) {
    return false;
  }

  @Override
  public boolean marksBootMemory() {
    return true;
  }

  /** True: boot memory is saved and migrated. */
  @Override
  public boolean isSaved() {
    return true;
  }

  @Override
  public Optional<LibvirtVersion> nativeSince() {
    return Optional.empty();
  }

  @Override
  public Procedure procedure(Form form, LibvirtVersion libvirt, Domain domain) {
    return Passthrough.procedure(
        PassthroughRules.markedNodes(libvirt),
        marked,
        List.of(
            new PassMemorySize(),
            new SplitMemorySize(false),
            new SilenceBalloon(),
            new LockMemory()),
        name());
  }
}
