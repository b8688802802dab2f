package org.libvirtspm.host.hook;

/** A document's declaration and its translation differ; a fresh translation would help. */
final class OutOfStep extends Exception {

  private static final long serialVersionUID = 1L;

  private final String uuid;

  /**
   * Says how they differ.
   *
   * @param uuid the domain's, as libvirt writes it; empty when the document has none
   */
  OutOfStep(String how, String uuid) {
    super(how);
    this.uuid = uuid;
  }

  String uuid() {
    return uuid;
  }
}
