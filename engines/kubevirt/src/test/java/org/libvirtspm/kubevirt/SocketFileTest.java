package org.libvirtspm.kubevirt;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.net.StandardProtocolFamily;
import java.net.UnixDomainSocketAddress;
import java.nio.channels.ServerSocketChannel;
import java.nio.channels.SocketChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What may be there before the server is. */
class SocketFileTest {

  @TempDir Path folder;

  private static ServerSocketChannel listen(Path path) throws IOException {
    return ServerSocketChannel.open(StandardProtocolFamily.UNIX)
        .bind(UnixDomainSocketAddress.of(path));
  }

  private static String unusable(Path path) {
    return assertThrows(UnusableSocketException.class, () -> new SocketFile(path).prepare())
        .getMessage();
  }

  @Test
  void replacesASocketOnWhichNobodyListens() throws Exception {
    Path stale = folder.resolve("s");
    listen(stale).close();
    assertTrue(Files.exists(stale));
    new SocketFile(stale).prepare();
    assertFalse(Files.exists(stale));
  }

  @Test
  void leavesASocketThatIsInUse() throws Exception {
    Path used = folder.resolve("s");
    try (ServerSocketChannel server = listen(used)) {
      IOException refused = assertThrows(IOException.class, () -> new SocketFile(used).prepare());
      assertEquals("another process listens on '" + used + "': end it first", refused.getMessage());
      assertTrue(server.isOpen());
    }
  }

  @Test
  void leavesWhatIsNoSocket() throws Exception {
    Path file = Files.writeString(folder.resolve("file"), "mine");
    Path link = Files.createSymbolicLink(folder.resolve("link"), file);
    Path dangling = Files.createSymbolicLink(folder.resolve("x"), folder.resolve("nothing"));
    for (Path path : new Path[] {file, link, dangling, folder}) {
      assertTrue(unusable(path).contains("is no socket"), unusable(path));
      assertTrue(Files.exists(path, LinkOption.NOFOLLOW_LINKS));
    }
    assertEquals("mine", Files.readString(file));
  }

  @Test
  void refusesPathsThatNoSocketCanHave() throws Exception {
    assertTrue(unusable(folder.resolve("s".repeat(107))).endsWith("has 107 at most"));
    assertTrue(unusable(folder.resolve("none/s")).contains("there is no folder"));
    String fits = "d".repeat(100 - folder.toString().length());
    Path deep = Files.createDirectories(folder.resolve(fits + "dd"));
    assertTrue(unusable(deep.resolve("s")).endsWith("has 107 at most"), deep.toString());
  }

  @Test
  void removesOnlyTheSocketThatItMade() throws Exception {
    Path path = folder.resolve("s");
    SocketFile file = new SocketFile(path);
    listen(file.address().getPath()).close();
    file.made();
    Path other = folder.resolve("other");
    listen(other).close();
    Files.move(path, folder.resolve("kept"));
    Files.move(other, path);
    file.remove();
    assertTrue(Files.exists(path));
    Files.delete(path);
    file.remove();
    Files.move(folder.resolve("kept"), path);
    file.remove();
    assertFalse(Files.exists(path));
  }

  @Test
  void listenerIsFoundAtThePathOnceItIsMade() throws Exception {
    Path path = folder.resolve("s");
    SocketFile file = new SocketFile(path);
    file.prepare();
    try (ServerSocketChannel server = listen(file.address().getPath())) {
      file.made();
      SocketChannel.open(UnixDomainSocketAddress.of(path)).close();
      assertTrue(server.isOpen());
      assertFalse(Files.exists(file.address().getPath()));
    }
  }

  @Test
  void leavesASocketThatAnotherHasMadeMeanwhile() throws Exception {
    Path path = folder.resolve("s");
    SocketFile file = new SocketFile(path);
    file.prepare();
    listen(file.address().getPath()).close();
    listen(path).close();
    assertTrue(
        assertThrows(IOException.class, file::made).getMessage().contains("has made '" + path));
    file.remove();
    assertTrue(Files.exists(path));
    assertFalse(Files.exists(file.address().getPath()));
  }
}
