package org.libvirtspm.kubevirt;

/** The path of the socket cannot be one. */
final class UnusableSocketException extends Exception {

  private static final long serialVersionUID = 1L;

  UnusableSocketException(String message) {
    super(message);
  }
}
