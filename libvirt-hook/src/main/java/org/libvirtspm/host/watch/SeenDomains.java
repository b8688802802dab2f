package org.libvirtspm.host.watch;

import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Collection;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;

/**
 * Remembers how domains looked when we were done with them. What looks the same needs no second
 * look, so that nothing we define ourselves can ever set us off again.
 */
final class SeenDomains {

  private final Map<String, String> looks = new HashMap<>();

  boolean isKnown(String uuid, byte[] xml) {
    return look(xml).equals(looks.get(uuid));
  }

  void remember(String uuid, byte[] xml) {
    looks.put(uuid, look(xml));
  }

  /** No other definition can be made to look the same. */
  private static String look(byte[] xml) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(xml));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException("every Java has SHA-256", e);
    }
  }

  /** Forgets all but these. */
  void retain(Collection<String> uuids) {
    looks.keySet().retainAll(uuids);
  }
}
