package org.libvirtspm.host.watch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Checksums of examined domains. An unchanged domain is not examined again, so that our own
 * definitions cannot cause a loop.
 */
final class SeenDomains {

  private final Map<String, String> looks = new HashMap<>();

  boolean isKnown(String uuid, byte[] xml) {
    return look(xml).equals(looks.get(uuid));
  }

  void remember(String uuid, byte[] xml) {
    looks.put(uuid, look(xml));
  }

  /** Returns a cryptographic checksum, so that no other definition can have the same. */
  private static String look(byte[] xml) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(xml));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Removes all except these. */
  void retain(Collection<String> uuids) {
    looks.keySet().retainAll(uuids);
  }
}
