package org.libvirtspm.kubevirt;

/** A path that cannot be a Unix socket. */
final class UnusableSocketException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableSocketException(String message) {
    super(message);
  }
}
