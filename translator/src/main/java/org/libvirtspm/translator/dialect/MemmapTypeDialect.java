package org.libvirtspm.translator.dialect;

/** {@code -numa node,…,memmap-type=spm}: QEMU with the revision of early 2026. */
public final class MemmapTypeDialect extends MarkedNodes {

  @Override
  public String name() {
    return "memmap-type";
  }

  @Override
  String mark() {
    return "memmap-type=spm";
  }
}
