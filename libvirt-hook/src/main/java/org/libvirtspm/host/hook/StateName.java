package org.libvirtspm.host.hook;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** File name for a domain's record; never contains a path, whatever the domain's name. */
final class StateName {

  /** The same limit as in the installed script, which looks for the file without Java. */
  private static final int LONGEST = 128;

  private StateName() {}

  /** Returns a plain name unchanged, otherwise {@code =} and its checksum. */
  static String of(String domain) {
    return isPlain(domain) ? domain : "=" + checksum(domain);
  }

  private static boolean isPlain(String domain) {
    for (int i = 0; i < domain.length(); i++) {
      char c = domain.charAt(i);
      boolean letter = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9');
      if (!letter && c != '-' && c != '_' && (c != '.' || i == 0)) {
        return false;
      }
    }
    return !domain.isEmpty() && domain.length() <= LONGEST;
  }

  private static String checksum(String domain) {
    try {
      MessageDigest sha = MessageDigest.getInstance("SHA-256");
      return HexFormat.of().formatHex(sha.digest(domain.getBytes(StandardCharsets.UTF_8)));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }
}
