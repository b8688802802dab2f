package org.libvirtspm.host.trust;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Owner and mode of a file (stat); of a link itself, not its target.
 *
 * @param mode file type and permission bits
 */
record FileMode(int uid, int mode) {

  private static final int TYPE = 0170000;
  private static final int LINK = 0120000;
  private static final int FOLDER = 0040000;
  private static final int REGULAR = 0100000;
  private static final int STICKY = 01000;
  private static final int GROUP_OR_OTHERS_WRITE = 0022;
  private static final int OTHERS_WRITE = 0002;
  private static final int OTHERS_EXECUTE = 0001;

  static FileMode of(Path file) throws IOException {
    Map<String, Object> stat =
        Files.readAttributes(file, "unix:uid,mode", LinkOption.NOFOLLOW_LINKS);
    return new FileMode((Integer) stat.get("uid"), (Integer) stat.get("mode"));
  }

  boolean isLink() {
    return (mode & TYPE) == LINK;
  }

  boolean isFolder() {
    return (mode & TYPE) == FOLDER;
  }

  boolean isRegular() {
    return (mode & TYPE) == REGULAR;
  }

  /** True for the sticky bit: only owners delete or rename entries of the folder. */
  boolean isSticky() {
    return (mode & STICKY) != 0;
  }

  /** True if group or others may write; the group bits include ACLs. */
  boolean isWritableByOthers() {
    return (mode & GROUP_OR_OTHERS_WRITE) != 0;
  }

  boolean isWritableByEverybody() {
    return (mode & OTHERS_WRITE) != 0;
  }

  /** True if everybody may run the file, or search the folder. */
  boolean isOpenToEverybody() {
    return (mode & OTHERS_EXECUTE) != 0;
  }
}
