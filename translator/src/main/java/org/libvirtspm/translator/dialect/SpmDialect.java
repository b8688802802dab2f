package org.libvirtspm.translator.dialect;

/** {@code -numa node,…,spm=on}: QEMU with the patch series of 2025. */
public final class SpmDialect extends MarkedNodes {

  @Override
  public String name() {
    return "spm";
  }

  @Override
  String mark() {
    return "spm=on";
  }
}
