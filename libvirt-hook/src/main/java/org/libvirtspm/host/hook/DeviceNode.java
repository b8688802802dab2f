package org.libvirtspm.host.hook;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.FileFacts;

/**
 * A dax device's node, opened once: checks and changes apply to the open file, even if its path is
 * replaced meanwhile.
 */
final class DeviceNode implements Closeable {

  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private final FileChannel channel;
  private final Path descriptor;

  private DeviceNode(FileChannel channel, Path descriptor) {
    this.channel = channel;
    this.descriptor = descriptor;
  }

  /**
   * Opens the node of a device.
   *
   * @throws Refusal if the file is not that device
   */
  static DeviceNode open(Host host, DaxDevice device) throws IOException {
    Path file = host.at(device.path());
    // Checked before opening: opening another file type, such as a named pipe, could block.
    check(device, file, FileFacts.of(file, LinkOption.NOFOLLOW_LINKS));
    FileChannel channel =
        FileChannel.open(file, Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS));
    try {
      DeviceNode node = new DeviceNode(channel, descriptorOf(file));
      check(device, file, FileFacts.of(node.descriptor));
      return node;
    } catch (IOException | RuntimeException e) {
      channel.close();
      throw e;
    }
  }

  private static void check(DaxDevice device, Path file, FileFacts facts) {
    if (!facts.isCharacterDevice() || !facts.number().equals(device.number())) {
      throw new Refusal(
          file
              + " is not the device-dax device "
              + device.number()
              + " that sysfs has under this name; remove it and run udevadm trigger");
    }
  }

  private static Path descriptorOf(Path file) throws IOException {
    Path real = file.toRealPath(LinkOption.NOFOLLOW_LINKS);
    try (DirectoryStream<Path> descriptors = Files.newDirectoryStream(DESCRIPTORS)) {
      for (Path descriptor : descriptors) {
        if (Files.isSymbolicLink(descriptor) && Files.readSymbolicLink(descriptor).equals(real)) {
          return descriptor;
        }
      }
    }
    throw new IOException(file + " was moved while it was being looked at");
  }

  /** Returns the owner's user id. */
  int owner() throws IOException {
    return FileFacts.of(descriptor).owner();
  }

  FileFacts facts() throws IOException {
    return FileFacts.of(descriptor);
  }

  /** Changes the owner to a user id. */
  void giveTo(int user) throws IOException {
    Files.setAttribute(descriptor, "unix:uid", user);
  }

  @Override
  public void close() throws IOException {
    channel.close();
  }
}
