package org.libvirtspm.host.live;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.ByteBuffer;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Path;

/** Passes connections on from a socket of one host to one of another, which have no network. */
final class SocketRelay implements AutoCloseable {

  private final ServerSocketChannel server;
  private final Path to;

  private SocketRelay(ServerSocketChannel server, Path to) {
    this.server = server;
    this.to = to;
  }

  static SocketRelay start(Path from, Path to) throws IOException {
    ServerSocketChannel server = ServerSocketChannel.open(StandardProtocolFamily.UNIX);
    SocketRelay relay = new SocketRelay(server.bind(UnixDomainSocketAddress.of(from)), to);
    daemon(relay::accept);
    return relay;
  }

  private void accept() {
    try {
      while (true) {
        SocketChannel here = server.accept();
        SocketChannel there = SocketChannel.open(UnixDomainSocketAddress.of(to));
        daemon(() -> pump(here, there));
        daemon(() -> pump(there, here));
      }
    } catch (IOException e) {
      // Closed; or nobody listens there, which whoever connected here will tell.
    }
  }

  private static void pump(SocketChannel from, SocketChannel to) {
    ByteBuffer buffer = ByteBuffer.allocate(1 << 16);
    try {
      while (from.read(buffer) >= 0) {
        buffer.flip();
        while (buffer.hasRemaining()) {
          to.write(buffer);
        }
        buffer.clear();
      }
      to.shutdownOutput();
    } catch (IOException e) {
      // One side has gone, and so will the other.
    }
  }

  private static void daemon(Runnable work) {
    Thread thread = new Thread(work, "relay");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() throws IOException {
    server.close();
  }
}
