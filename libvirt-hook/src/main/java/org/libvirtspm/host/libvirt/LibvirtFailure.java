package org.libvirtspm.host.libvirt;

import java.io.IOException;
import java.util.Locale;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** libvirt stood in the way; the message is a sentence for the user, without a full stop. */
public final class LibvirtFailure extends IOException {

  private static final long serialVersionUID = 1L;

  /** What kind of thing went wrong, as far as somebody acts on it. */
  public enum Kind {
    /** There is no such domain, or no longer. */
    NO_DOMAIN,
    /** The daemon is gone, or never was there. */
    NOT_CONNECTED,
    /** Everything else. */
    OTHER
  }

  private final Kind kind;

  LibvirtFailure(String message, Throwable cause) {
    super(message, cause);
    this.kind = Kind.OTHER;
  }

  private LibvirtFailure(String message, Kind kind, Throwable cause) {
    super(message, cause);
    this.kind = kind;
  }

  /** Says what could not be done, and libvirt's reason. */
  static LibvirtFailure of(String what, LibvirtException e) {
    return of(what, e.getError(), e);
  }

  /** Says what could not be done, and libvirt's reason, if it gave one. */
  static LibvirtFailure of(String what, org.libvirt.Error error, Throwable cause) {
    if (error == null || error.getMessage() == null) {
      return new LibvirtFailure(what + ": libvirt gave no reason", cause);
    }
    Kind kind = kindOf(error);
    String said = error.getMessage().strip().replaceAll("\\s*\\n\\s*", "; ");
    String lost = kind == Kind.NOT_CONNECTED ? "no connection to libvirt: " : "";
    return new LibvirtFailure(what + ": " + lost + said, kind, cause);
  }

  /** What kind of thing went wrong. */
  public Kind kind() {
    return kind;
  }

  private static Kind kindOf(org.libvirt.Error error) {
    if (error.getCode() == ErrorNumber.VIR_ERR_NO_DOMAIN) {
      return Kind.NO_DOMAIN;
    }
    return isLost(error) ? Kind.NOT_CONNECTED : Kind.OTHER;
  }

  /** A dead connection is told by its words: libvirt has no number of its own for it. */
  private static boolean isLost(org.libvirt.Error error) {
    String said = error.getMessage().toLowerCase(Locale.ROOT);
    return error.getCode() == ErrorNumber.VIR_ERR_NO_CONNECT
        || error.getCode() == ErrorNumber.VIR_ERR_INVALID_CONN
        || said.contains("client socket is closed")
        || said.contains("connection reset by peer")
        || said.contains("end of file while reading data")
        || said.contains("broken pipe");
  }
}
