package org.libvirtspm.host.trust;

import java.io.IOException;

/** A path that other users could change; the message is a clause, such as "/x belongs to uid 5". */
public final class UntrustedPathException extends IOException {

  private static final long serialVersionUID = 1L;

  UntrustedPathException(String reason) {
    super(reason);
  }
}
