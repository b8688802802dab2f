package org.libvirtspm.host.watch;

import java.util.Iterator;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.TimeUnit;

/** Queue of domains to examine, without duplicates, so that its size is bounded by their number. */
final class PendingDomains {

  private final Set<String> uuids = new LinkedHashSet<>();

  synchronized void add(String uuid) {
    uuids.add(uuid);
    notifyAll();
  }

  synchronized void clear() {
    uuids.clear();
  }

  /** Returns the oldest; empty if none arrives within the given milliseconds. */
  synchronized Optional<String> take(long millis) throws InterruptedException {
    long until = System.nanoTime() + TimeUnit.MILLISECONDS.toNanos(millis);
    while (uuids.isEmpty()) {
      long left = TimeUnit.NANOSECONDS.toMillis(until - System.nanoTime());
      if (left <= 0) {
        return Optional.empty();
      }
      wait(left);
    }
    Iterator<String> oldest = uuids.iterator();
    String uuid = oldest.next();
    oldest.remove();
    return Optional.of(uuid);
  }
}
