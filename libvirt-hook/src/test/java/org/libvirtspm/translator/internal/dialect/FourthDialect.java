package org.libvirtspm.translator.internal.dialect;

/** A dialect nobody speaks: {@code -numa node,…,coherent=on}. */
public final class FourthDialect extends MarkedNodes {

  /** Marks nodes with {@code coherent=on}. */
  public FourthDialect() {
    super("coherent", "on");
  }

  @Override
  public String name() {
    return "coherent";
  }

  @Override
  public String qemu() {
    return "QEMU of tomorrow";
  }

  @Override
  public boolean isSpokenBy(QemuCapabilities qemu) {
    return qemu.nodeHasSwitch("coherent");
  }
}
