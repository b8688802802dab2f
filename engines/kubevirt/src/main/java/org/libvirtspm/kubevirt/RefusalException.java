package org.libvirtspm.kubevirt;

import io.grpc.Status;

/** A call that is refused. */
final class RefusalException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Status.Code code;

  /** Takes a gRPC code and a sentence for the user who started the VM. */
  RefusalException(Status.Code code, String message) {
    super(message);
    this.code = code;
  }

  /** Returns the gRPC code. */
  Status.Code code() {
    return code;
  }
}
