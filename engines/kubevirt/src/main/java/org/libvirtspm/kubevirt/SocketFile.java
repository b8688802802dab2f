package org.libvirtspm.kubevirt;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.IOException;
import java.net.ConnectException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.SocketChannel;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.concurrent.ThreadLocalRandom;

/**
 * The file of a unix socket. Netty unlinks the path that it has bound when it closes, also when
 * another process has its socket there by then: so it binds a name that nobody else knows, and the
 * path is a link to that.
 */
final class SocketFile {

  /** Linux has 108 bytes for the path, with a NUL behind it (sockaddr_un). */
  private static final int MAX_BYTES = 107;

  private static final int TYPE = 0170000;
  private static final int SOCKET = 0140000;

  private static final int NAME_BYTES = 5;

  private final Path path;
  private final Path bound;
  private Object key;

  SocketFile(Path path) {
    this.path = path;
    int number = ThreadLocalRandom.current().nextInt(0x1000, 0x10000);
    this.bound = path.resolveSibling("." + Integer.toHexString(number));
  }

  /** The address to listen on, until {@link #made()}. */
  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(bound);
  }

  /**
   * Makes room: a socket on which nobody listens goes, anything else stays.
   *
   * @throws UnusableSocketException when there can be no socket
   * @throws IOException when another process listens, or the file cannot be removed
   */
  void prepare() throws IOException, UnusableSocketException {
    int bytes = Math.max(bytes(path), bytes(bound));
    if (bytes > MAX_BYTES) {
      throw new UnusableSocketException(
          "--socket '"
              + path
              + "' takes "
              + bytes
              + " bytes, "
              + NAME_BYTES
              + " or more for its name: a socket's path has "
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

  private static int bytes(Path path) {
    return path.toString().getBytes(UTF_8).length;
  }

  private void replace() throws IOException, UnusableSocketException {
    int mode = (int) Files.getAttribute(path, "unix:mode", LinkOption.NOFOLLOW_LINKS);
    if ((mode & TYPE) != SOCKET) {
      throw new UnusableSocketException(
          "--socket '" + path + "' is there and is no socket: name another path, or remove it");
    }
    try (SocketChannel channel = SocketChannel.open(StandardProtocolFamily.UNIX)) {
      channel.connect(UnixDomainSocketAddress.of(path));
      throw new IOException("another process listens on '" + path + "': end it first");
    } catch (ConnectException e) {
      Files.deleteIfExists(path);
    }
  }

  /**
   * Puts the socket that is listened on into its place.
   *
   * @throws IOException also when another process has been faster
   */
  void made() throws IOException {
    try {
      Files.createLink(path, bound);
      key = inode();
    } catch (FileAlreadyExistsException e) {
      throw new IOException("another process has made '" + path + "' meanwhile: end it first", e);
    } finally {
      Files.deleteIfExists(bound);
    }
  }

  /**
   * Removes the file, if it is still the one that was made. While that is listened on, no other
   * process takes the path.
   */
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
