package org.libvirtspm.host.dax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * What the kernel tells of a file.
 *
 * @param mode its kind and permissions
 * @param device number of the file system it is on
 * @param inode its number there
 * @param special device number of a device's node
 * @param owner user id
 * @param sizeBytes its size
 */
public record FileFacts(
    int mode, long device, long inode, long special, int owner, long sizeBytes) {

  private static final int KIND = 0170000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int REGULAR = 0100000;
  private static final int FOLDER = 0040000;

  /** Looks at a file; at a link itself with NOFOLLOW_LINKS. */
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

  /** True for a device such as device-dax. */
  public boolean isCharacterDevice() {
    return (mode & KIND) == CHARACTER_DEVICE;
  }

  /** True for an ordinary file. */
  public boolean isRegular() {
    return (mode & KIND) == REGULAR;
  }

  /** True for a folder. */
  public boolean isFolder() {
    return (mode & KIND) == FOLDER;
  }

  /** The device number as sysfs writes it. */
  public String number() {
    long major = ((special >> 8) & 0xfff) | ((special >> 32) & ~0xfffL);
    long minor = (special & 0xff) | ((special >> 12) & ~0xffL);
    return major + ":" + minor;
  }

  /** True for two names of one device, or of one file. */
  public boolean isSameMemory(FileFacts other) {
    boolean isDevice = isCharacterDevice() || other.isCharacterDevice();
    return isDevice
        ? isCharacterDevice() && other.isCharacterDevice() && special == other.special
        : device == other.device && inode == other.inode;
  }

  /** True when the permission bits let this user read and write it; groups are taken on trust. */
  public boolean isOpenTo(int user) {
    int bits = owner == user ? 0600 : 0060;
    return user == 0 || (mode & bits) == bits || (owner != user && (mode & 0006) == 0006);
  }
}
