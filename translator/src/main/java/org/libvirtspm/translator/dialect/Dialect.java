package org.libvirtspm.translator.dialect;

/** One of QEMU's ways to spell Specific Purpose Memory. */
public interface Dialect {

  /** The name used on the command line and in documents, such as {@code sp-mem}. */
  String name();
}
