package org.libvirtspm.translator.internal.check;

import java.util.List;

/** What must hold where libvirt keeps the books (dialect sp-mem, libvirt 12 and later). */
public final class NativeRules {

  /** In the order they are checked. */
  public static final List<Rule> ALL = List.of(new DeviceSizes(), new NodemaskOfPath());

  private NativeRules() {}
}
