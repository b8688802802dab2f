package org.libvirtspm.host.libvirt;

import java.io.IOException;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirt.Error.ErrorDomain;
import org.libvirt.Error.ErrorNumber;
import org.libvirt.LibvirtException;

/** A failure of a libvirt call; the message is a sentence for the user, without a full stop. */
public final class LibvirtFailure extends IOException {

  private static final long serialVersionUID = 1L;

  /** Kinds of failures that callers treat differently. */
  public enum Kind {
    /** The domain does not exist. */
    NO_DOMAIN,
    /** The daemon is gone, silent, or was never running. */
    NOT_CONNECTED,
    /** The URI can never work. */
    BAD_URI,
    /** The client library is missing or unusable. */
    NO_LIBRARY,
    /** Any other failure. */
    OTHER
  }

  private final Kind kind;
  private final String remedy;

  LibvirtFailure(String message, Throwable cause) {
    this(message, Kind.OTHER, "", cause);
  }

  private LibvirtFailure(String message, Kind kind, String remedy, Throwable cause) {
    super(message, cause);
    this.kind = kind;
    this.remedy = remedy;
  }

  /** Returns the failure with a cause and its remedy. */
  LibvirtFailure because(String fact, String mending) {
    return new LibvirtFailure(getMessage() + "; " + fact, kind, mending, getCause());
  }

  /** Makes the failure for a domain that others change again and again. */
  public static LibvirtFailure changing(String domain) {
    return new LibvirtFailure("domain '" + domain + "' was changed by somebody meanwhile", null);
  }

  /** Makes the failure of a call, with libvirt's reason. */
  static LibvirtFailure of(String what, LibvirtException e) {
    return of(what, e.getError(), e);
  }

  /** libvirt's drivers; other schemes go to the daemon of this host. */
  private static final Set<String> DRIVERS =
      Set.of(
          "bhyve",
          "ch",
          "esx",
          "gsx",
          "hyperv",
          "lxc",
          "openvz",
          "parallels",
          "qemu",
          "remote",
          "test",
          "vbox",
          "vmwarefusion",
          "vmwareplayer",
          "vmwarews",
          "vpx",
          "vz",
          "xen");

  private static final Pattern SCHEME = Pattern.compile("([A-Za-z0-9.-]+)(\\+[A-Za-z0-9]+)?:.*");

  /** Makes the failure of opening a connection. */
  static LibvirtFailure ofOpening(String what, Optional<String> uri, LibvirtException e) {
    Optional<String> unknown = uri.flatMap(LibvirtFailure::unknownDriver);
    if (unknown.isPresent()) {
      String reason =
          "libvirt has no driver '" + unknown.get() + "'; that of QEMU is qemu:///system";
      return opening(what + ": " + reason, uri, Kind.BAD_URI, e);
    }
    LibvirtFailure failure = of(what, e);
    return isAboutUri(e.getError()) || isAboutHost(e.getError())
        ? opening(what + ": " + sentence(e.getError()), uri, Kind.BAD_URI, e)
        : opening(failure.getMessage(), uri, failure.kind, e);
  }

  private static LibvirtFailure opening(
      String message, Optional<String> uri, Kind kind, Throwable cause) {
    return new LibvirtFailure(message, kind, ConnectionRemedy.of(uri, kind, message), cause);
  }

  /** Makes the failure of loading the client library. */
  static LibvirtFailure ofLibrary(Throwable cause) {
    return new LibvirtFailure(
        "libvirt's client library libvirt.so.0 can't be loaded on this machine",
        Kind.NO_LIBRARY,
        ConnectionRemedy.LIBRARY,
        cause);
  }

  /** Makes the failure of a daemon that does not answer. */
  static LibvirtFailure silent(String what, String uri, Throwable cause) {
    String answer = "no answer" + (what.contains(uri) ? "" : " from " + uri);
    String waited = " for " + Silence.SECONDS + " seconds; its daemon hangs or is stopped";
    return opening(what + ": " + answer + waited, Optional.of(uri), Kind.NOT_CONNECTED, cause);
  }

  /** Makes the failure of a call, with libvirt's reason if there is one. */
  static LibvirtFailure of(String what, org.libvirt.Error error, Throwable cause) {
    if (error == null || error.getMessage() == null) {
      return new LibvirtFailure(what + ": libvirt gave no reason", cause);
    }
    Kind kind = kindOf(error);
    String lost = kind == Kind.NOT_CONNECTED ? "no connection to libvirt: " : "";
    return new LibvirtFailure(what + ": " + lost + sentence(error), kind, "", cause);
  }

  private static Optional<String> unknownDriver(String uri) {
    Matcher scheme = SCHEME.matcher(uri);
    return scheme.matches() && !DRIVERS.contains(scheme.group(1).toLowerCase(Locale.ROOT))
        ? Optional.of(scheme.group(1))
        : Optional.empty();
  }

  private static String sentence(org.libvirt.Error error) {
    return error.getMessage().strip().replaceAll("\\s*\\n\\s*", "; ");
  }

  /** True if libvirt closed the connection for lack of keepalive responses. */
  static boolean isSilence(org.libvirt.Error error) {
    return error != null
        && error.getMessage() != null
        && error.getMessage().contains("keepalive timeout");
  }

  /** True for an unknown path, which has no error code of its own. */
  private static boolean isAboutUri(org.libvirt.Error error) {
    return error != null
        && error.getMessage() != null
        && (error.getCode() == ErrorNumber.VIR_ERR_NO_CONNECT
            || error.getCode() == ErrorNumber.VIR_ERR_INVALID_ARG
            || error.getDomain() == ErrorDomain.VIR_FROM_URI
            || error.getMessage().contains("URI path"));
  }

  /** True if the resolver knows that the host does not exist; false if it cannot tell. */
  private static boolean isAboutHost(org.libvirt.Error error) {
    return error != null
        && error.getMessage() != null
        && error.getMessage().contains("Name or service not known");
  }

  /** What kind of thing went wrong. */
  public Kind kind() {
    return kind;
  }

  /** What mends it: commands, or what to change; empty when that is not known. */
  public String remedy() {
    return remedy;
  }

  private static Kind kindOf(org.libvirt.Error error) {
    if (error.getCode() == ErrorNumber.VIR_ERR_NO_DOMAIN) {
      return Kind.NO_DOMAIN;
    }
    return isLost(error) ? Kind.NOT_CONNECTED : Kind.OTHER;
  }

  /** Recognizes a lost connection by its message, since it has no error code of its own. */
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
