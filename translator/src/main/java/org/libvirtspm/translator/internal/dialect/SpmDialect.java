package org.libvirtspm.translator.internal.dialect;

/** {@code -numa node,…,spm=on}: QEMU with the patch series of 2025. */
public final class SpmDialect extends MarkedNodes {

  public SpmDialect() {
    super("spm", "on");
  }

  @Override
  public String name() {
    return "spm";
  }

  @Override
  public String qemu() {
    return "QEMU with the patches of 2025";
  }

  @Override
  public boolean isSpokenBy(QemuCapabilities qemu) {
    return qemu.nodeHasSwitch("spm");
  }
}
