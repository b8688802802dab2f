package org.libvirtspm.host.dax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * Status of a file (stat).
 *
 * @param mode file type and permissions
 * @param device number of its file system
 * @param inode its inode number
 * @param special device number of a device node
 * @param owner user id
 * @param sizeBytes its size in bytes
 */
public record FileFacts(
    int mode, long device, long inode, long special, int owner, long sizeBytes) {

  private static final int KIND = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int REGULAR = 0100000;
  private static final int FOLDER = 0040000;

  /** Reads the status; that of a link itself with NOFOLLOW_LINKS. */
  public static FileFacts of(Path file, LinkOption... links) throws IOException {
    Map<String, Object> facts =
        Files.readAttributes(file, "unix:mode,dev,ino,rdev,uid,size", links);
    return new FileFacts(
        (Integer) facts.get("mode"),
        (Long) facts.get("dev"),
        (Long) facts.get("ino"),
        (Long) facts.get("rdev"),
        (Integer) facts.get("uid"),
        (Long) facts.get("size"));
  }

  /** True for a character device, as device-dax is. */
  public boolean isCharacterDevice() {
    return (mode & KIND) == CHARACTER_DEVICE;
  }

  /** True for a regular file. */
  public boolean isRegular() {
    return (mode & KIND) == REGULAR;
  }

  /** True for a folder. */
  public boolean isFolder() {
    return (mode & KIND) == FOLDER;
  }

  /** Returns the device number as sysfs writes it. */
  public String number() {
    long major = ((special >> 8) & 0xfff) | ((special >> 32) & ~0xfffL);
    long minor = (special & 0xff) | ((special >> 12) & ~0xffL);
    return major + ":" + minor;
  }

  /** True if both are the same device, or the same file. */
  public boolean isSameMemory(FileFacts other) {
    boolean isDevice = isCharacterDevice() || other.isCharacterDevice();
    return isDevice
        ? isCharacterDevice() && other.isCharacterDevice() && special == other.special
        : device == other.device && inode == other.inode;
  }

  /** True if the permission bits let the user read and write; group membership is assumed. */
  public boolean isOpenTo(int user) {
    int bits = owner == user ? 0600 : 0060;
    return user == 0 || (mode & bits) == bits || (owner != user && (mode & 0006) == 0006);
  }
}
