package org.libvirtspm.translator.internal.dialect;

/** {@code -numa node,…,memmap-type=spm}: QEMU with the patch series of early 2026. */
public final class MemmapTypeDialect extends MarkedNodes {

  public MemmapTypeDialect() {
    super("memmap-type", "spm");
  }

  @Override
  public String name() {
    return "memmap-type";
  }

  @Override
  public String qemu() {
    return "QEMU with the patches of 2026";
  }

  @Override
  public boolean isSpokenBy(QemuCapabilities qemu) {
    return qemu.nodeHasWord("memmap-type", "spm");
  }
}
