package org.libvirtspm.host.watch;

import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;

/**
 * Remembers how domains looked when we were done with them. What looks the same needs no second
 * look, so that nothing we define ourselves can ever set us off again.
 */
final class SeenDomains {

  private final Map<String, Integer> looks = new HashMap<>();

  boolean isKnown(String uuid, byte[] xml) {
    return Integer.valueOf(Arrays.hashCode(xml)).equals(looks.get(uuid));
  }

  void remember(String uuid, byte[] xml) {
    looks.put(uuid, Arrays.hashCode(xml));
  }

  /** Forgets all but these. */
  void retain(Collection<String> uuids) {
    looks.keySet().retainAll(uuids);
  }
}
