package org.libvirtspm.host.watch;

import com.sun.jna.Library;
import com.sun.jna.Native;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/**
 * Notifies systemd of the service's state (sd_notify). Java has no datagram sockets for local
 * addresses, so the C library is called.
 *
 * @param socket systemd's socket; empty if systemd did not start us
 */
public record ServiceManager(Optional<String> socket) {

  private static final int AF_UNIX = 1;
  private static final int SOCK_DGRAM_CLOEXEC = 2 | 02000000;
  private static final int MSG_NOSIGNAL = 0x4000;

  /** Offset of the path in sockaddr_un; the path's limit is in bytes. */
  private static final int PATH_OFFSET = 2;

  private static final int PATH_MAX = 108;

  /** What is needed of the C library. */
  interface CLibrary extends Library {
    int socket(int domain, int type, int protocol);

    long sendto(int fd, byte[] data, long length, int flags, byte[] address, int addressLength);

    int close(int fd);
  }

  /** Returns the manager named in the environment. */
  public static ServiceManager ofEnvironment() {
    return new ServiceManager(Optional.ofNullable(System.getenv("NOTIFY_SOCKET")));
  }

  /** Reports that the service is running, with a status text. */
  void ready(String status) {
    send("READY=1\nSTATUS=" + status);
  }

  /** Reports that the service is ending. */
  void stopping() {
    send("STOPPING=1");
  }

  /** Sends a message; failures are ignored. */
  private void send(String message) {
    socket.filter(s -> s.startsWith("/") || s.startsWith("@")).ifPresent(s -> send(s, message));
  }

  private static void send(String socket, String message) {
    CLibrary c = Native.load("c", CLibrary.class);
    int fd = c.socket(AF_UNIX, SOCK_DGRAM_CLOEXEC, 0);
    if (fd >= 0) {
      byte[] data = message.getBytes(StandardCharsets.UTF_8);
      byte[] address = address(socket);
      var unused = c.sendto(fd, data, data.length, MSG_NOSIGNAL, address, address.length);
      c.close(fd);
    }
  }

  /** Converts the address: a leading @ stands for the zero byte of an abstract name. */
  private static byte[] address(String socket) {
    byte[] path = socket.getBytes(StandardCharsets.UTF_8);
    byte[] address = new byte[PATH_OFFSET + Math.min(path.length, PATH_MAX)];
    address[0] = AF_UNIX;
    System.arraycopy(path, 0, address, PATH_OFFSET, address.length - PATH_OFFSET);
    if (path[0] == '@') {
      address[PATH_OFFSET] = 0;
    }
    return address;
  }
}
