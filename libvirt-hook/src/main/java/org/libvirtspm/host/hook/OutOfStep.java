package org.libvirtspm.host.hook;

/** The document's translation does not match its declaration; a new translation would. */
final class OutOfStep extends Exception {

  private static final long serialVersionUID = 1L;

  private final String uuid;

  /**
   * Takes a description of the difference.
   *
   * @param uuid the domain's UUID; empty if the document has none
   */
  OutOfStep(String how, String uuid) {
    super(how);
    this.uuid = uuid;
  }

  String uuid() {
    return uuid;
  }
}
