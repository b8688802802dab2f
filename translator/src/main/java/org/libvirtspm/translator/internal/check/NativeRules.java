package org.libvirtspm.translator.internal.check;

import java.util.List;

/** Rules for the native form (dialect sp-mem, libvirt 12 and later). */
public final class NativeRules {

  /** All rules, in the order they are checked. */
  public static final List<Rule> ALL = List.of(new DeviceSizes(), new NodemaskOfPath());

  private NativeRules() {}
}
