package org.libvirtspm.host.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Trusted owners of files.
 *
 * @param root folder in which absolute paths begin; anything but / is for tests
 * @param owners user ids allowed for folders, links and files
 * @param inSharedFolders true to allow an owner's folder in a world-writable sticky one such as
 *     /tmp, where others cannot replace it
 */
public record PathTrust(Path root, Set<Integer> owners, boolean inSharedFolders) {

  private static final Path ROOT = Path.of("/");

  /** Trusts root only. */
  public static final PathTrust OF_ROOT = new PathTrust(ROOT, Set.of(0), false);

  /** Copies the set. */
  public PathTrust {
    owners = Set.copyOf(owners);
  }

  /** Trusts root and the user of this process. */
  public static PathTrust ofThisUser() {
    return new PathTrust(ROOT, rootAndThisUser(), true);
  }

  /** Trusts the same below another root, for tests. */
  public static PathTrust under(Path root) {
    return new PathTrust(root, rootAndThisUser(), false);
  }

  private static Set<Integer> rootAndThisUser() {
    return userId() == 0 ? Set.of(0) : Set.of(0, userId());
  }

  /** Returns the user id of this process. */
  public static int userId() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException("/proc can't be read", e);
    }
  }

  /**
   * Resolves an absolute path link by link. All folders and the file must belong to a trusted owner
   * and be writable by nobody else, so that the result stays valid.
   *
   * @throws UntrustedPathException if others could change what the path leads to
   */
  public Path resolve(Path path) throws IOException {
    return new PathWalk(this).follow(path);
  }

  /** Names the trusted owners, for messages. */
  public String who() {
    return owners.equals(Set.of(0)) ? "root" : "root and you";
  }
}
