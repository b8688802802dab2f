package org.libvirtspm.host.trust;

import java.io.IOException;
import java.nio.file.FileSystemLoopException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;

/** Resolves one path through folders and links. */
final class PathWalk {

  /** Linux's own limit. */
  private static final int MOST_LINKS = 40;

  private final PathTrust trust;
  private final Deque<Path> left = new ArrayDeque<>();
  private Path at;
  private FileMode mode;
  private int links;

  PathWalk(PathTrust trust) {
    this.trust = trust;
  }

  Path follow(Path path) throws IOException {
    goTo(trust.root());
    put(path);
    while (!left.isEmpty()) {
      step(left.pop());
    }
    if (mode.isWritableByOthers()) {
      throw writable(at);
    }
    return at;
  }

  private void goTo(Path next) throws IOException {
    at = next;
    mode = FileMode.of(next);
    checkOwner(next, mode);
  }

  /** Prepends the names of a path to the remaining ones. */
  private void put(Path path) {
    List<Path> names = new ArrayList<>();
    path.forEach(names::add);
    Collections.reverse(names);
    names.forEach(left::push);
  }

  private void step(Path name) throws IOException {
    if (name.toString().isEmpty() || name.toString().equals(".")) {
      return;
    }
    if (name.toString().equals("..")) {
      goTo(at.equals(trust.root()) ? at : at.getParent());
      return;
    }
    Path next = at.resolve(name);
    checkProc(next);
    FileMode found = FileMode.of(next);
    checkFolder(found);
    if (found.isLink()) {
      followLink(next);
    } else {
      goTo(next);
    }
  }

  /**
   * Follows a link regardless of its owner: a link cannot be changed, only replaced in its folder.
   */
  private void followLink(Path link) throws IOException {
    if (++links > MOST_LINKS) {
      throw new FileSystemLoopException(link.toString());
    }
    Path target = Files.readSymbolicLink(link);
    if (target.isAbsolute()) {
      goTo(trust.root());
    }
    put(target);
  }

  /** Refuses /proc, whose links depend on the process. */
  private void checkProc(Path next) throws UntrustedPathException {
    if (next.equals(trust.root().resolve("proc"))) {
      throw new UntrustedPathException("it leads through " + next);
    }
  }

  private void checkOwner(Path file, FileMode found) throws UntrustedPathException {
    if (!trust.owners().contains(found.uid())) {
      throw new UntrustedPathException(
          file + " belongs to uid " + found.uid() + ", not to " + trust.who());
    }
  }

  /**
   * Checks a folder. In a sticky folder only an owner's folder is safe; files may be hard links of
   * others.
   */
  private void checkFolder(FileMode entry) throws UntrustedPathException {
    boolean stays =
        mode.isSticky()
            && (trust.inSharedFolders() || !mode.isWritableByEverybody())
            && entry.isFolder()
            && trust.owners().contains(entry.uid());
    if (mode.isWritableByOthers() && !stays) {
      throw writable(at);
    }
  }

  private UntrustedPathException writable(Path file) {
    return new UntrustedPathException("others than " + trust.who() + " may write to " + file);
  }
}
