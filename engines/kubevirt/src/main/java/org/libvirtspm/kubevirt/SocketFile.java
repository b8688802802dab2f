package org.libvirtspm.kubevirt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** The file of a unix socket. */
final class SocketFile {

  /** Linux has 108 bytes for the path, with a NUL behind it (sockaddr_un). */
  private static final int MAX_BYTES = 107;

  private static final int TYPE = 0170000;
  private static final int SOCKET = 0140000;

  private final Path path;
  private Object key;

  SocketFile(Path path) {
    this.path = path;
  }

  /** The address to listen on. */
  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(path);
  }

  /**
   * Makes room: a socket on which nobody listens goes, anything else stays.
   *
   * @throws UnusableSocketException when there can be no socket
   * @throws IOException when another process listens, or the file cannot be removed
   */
  void prepare() throws IOException, UnusableSocketException {
    int bytes = path.toString().getBytes(UTF_8).length;
    if (bytes > MAX_BYTES) {
      throw new UnusableSocketException(
          "--socket '"
              + path
              + "' has "
              + bytes
              + " bytes: a socket's path has "
              + MAX_BYTES
              + " at most");
    }
    Path folder = path.toAbsolutePath().getParent();
    if (folder == null || !Files.isDirectory(folder)) {
      throw new UnusableSocketException(
          "--socket '" + path + "': there is no folder '" + folder + "': make it");
    }
    if (Files.exists(path, LinkOption.NOFOLLOW_LINKS)) {
      replace();
    }
  }

  private void replace() throws IOException, UnusableSocketException {
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    if ((mode & TYPE) != SOCKET) {
      throw new UnusableSocketException(
          "--socket '" + path + "' is there and is no socket: name another path, or remove it");
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(address());
      throw new IOException("another process listens on '" + path + "': end it first");
    } catch (ConnectException e) {
      Files.deleteIfExists(path);
    }
  }

  /** Remembers the file that was made by listening. */
  void made() throws IOException {
    key = inode();
  }

  /** Removes the file, if it is still the one that was made. */
  void remove() throws IOException {
    try {
      if (inode().equals(key)) {
        Files.delete(path);
      }
    } catch (NoSuchFileException e) {
      // Somebody else has removed it.
    }
  }

  private Object inode() throws IOException {
    return Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
  }
}
