package org.libvirtspm.host;

import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.NotDirectoryException;
import java.util.Locale;

/**
 * The reason why a file could not be used, in the system's words. Java gives some reasons only as
 * an exception class.
 */
public final class FailureReason {

  private FailureReason() {}

  /**
   * Returns the reason, such as {@code no such file or directory}, without file name and full stop.
   */
  public static String of(IOException e) {
    if (e instanceof NoSuchFileException) {
      return "no such file or directory";
    }
    if (e instanceof NotDirectoryException) {
      return "not a directory";
    }
    if (e instanceof AccessDeniedException) {
      return "permission denied";
    }
    if (e instanceof FileAlreadyExistsException) {
      return "something else has that name";
    }
    String reason = e instanceof FileSystemException f ? f.getReason() : e.getMessage();
    return reason == null ? e.getClass().getSimpleName() : lowerFirst(reason);
  }

  /** Returns the reason with the file name in front, if it is known. */
  public static String withFile(IOException e) {
    return e instanceof FileSystemException f ? f.getFile() + ": " + of(e) : of(e);
  }

  private static String lowerFirst(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }
}
