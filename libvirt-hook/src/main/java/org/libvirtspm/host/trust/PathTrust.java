package org.libvirtspm.host.trust;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Whose files are relied on, and where.
 *
 * @param root the folder that absolute paths begin in; anything but / is a test's
 * @param owners user ids that folders, links and files may belong to
 * @param inSharedFolders whether a folder of an owner's may lie in one that everybody may add to,
 *     such as /tmp: its sticky bit keeps others from replacing it
 */
public record PathTrust(Path root, Set<Integer> owners, boolean inSharedFolders) {

  private static final Path ROOT = Path.of("/");

  /** What root alone can change. */
  public static final PathTrust OF_ROOT = new PathTrust(ROOT, Set.of(0), false);

  /** Copies the set. */
  public PathTrust {
    owners = Set.copyOf(owners);
  }

  /** What root and the user of this process alone can change. */
  public static PathTrust ofThisUser() {
    return new PathTrust(ROOT, rootAndThisUser(), true);
  }

  /** The same in a folder that stands for a host's root, as tests have it. */
  public static PathTrust under(Path root) {
    return new PathTrust(root, rootAndThisUser(), false);
  }

  private static Set<Integer> rootAndThisUser() {
    return userId() == 0 ? Set.of(0) : Set.of(0, userId());
  }

  /** The user id of this process. */
  public static int userId() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException e) {
      throw new UncheckedIOException("/proc can't be read", e);
    }
  }

  /**
   * Follows an absolute path, link by link. Every folder on the way and the file itself belong to
   * an owner and can be written by nobody else, so the result stays what it is unless an owner
   * changes it.
   *
   * @throws UntrustedPathException where others could change what the path leads to
   */
  public Path resolve(Path path) throws IOException {
    return new PathWalk(this).follow(path);
  }

  /** The owners, for a message. */
  public String who() {
    return owners.equals(Set.of(0)) ? "root" : "root and you";
  }
}
