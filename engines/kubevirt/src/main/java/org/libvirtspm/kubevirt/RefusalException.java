package org.libvirtspm.kubevirt;

import io.grpc.Status;

/** A call that ends without a domain, and why. */
final class RefusalException extends Exception {

  private static final long serialVersionUID = 1L;

  private final Status.Code code;

  /** Carries one sentence for whoever started the VM. */
  RefusalException(Status.Code code, String message) {
    super(message);
    this.code = code;
  }

  /** What gRPC says about it. */
  Status.Code code() {
    return code;
  }
}
