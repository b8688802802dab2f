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
 * The file of a Unix socket. Netty unlinks the bound path on close, even if another process has its
 * socket there by then. So it binds a private name, and the public path is a hard link to that.
 */
final class SocketFile {

  /** Limit of sockaddr_un: 108 bytes with the NUL. */
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

  /** Returns the address to bind, before {@link #made()}. */
  UnixDomainSocketAddress address() {
    return UnixDomainSocketAddress.of(bound);
  }

  /**
   * Removes a socket on which nobody listens; other files are kept.
   *
   * @throws UnusableSocketException if there can be no socket
   * @throws IOException if another process listens, or the file cannot be removed
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
   * Moves the bound socket to its public path.
   *
   * @throws IOException also if another process was faster
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
   * Removes the file, if it is still the one made here. Other processes do not replace it while it
   * is listened on.
   */
  void remove() throws IOException {
    try {
      if (inode().equals(key)) {
        Files.delete(path);
      }
    } catch (NoSuchFileException e) {
      // Another process removed it.
    }
  }

  private Object inode() throws IOException {
    return Files.getAttribute(path, "unix:ino", LinkOption.NOFOLLOW_LINKS);
  }
}
