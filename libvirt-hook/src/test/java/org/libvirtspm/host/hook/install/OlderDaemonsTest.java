package org.libvirtspm.host.hook.install;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class OlderDaemonsTest {

  /** As systemd 252 and 257 print it. */
  @Test
  void changeOfAUnitIsRead() {
    assertEquals(
        Optional.of(Instant.parse("2026-11-28T19:00:07Z")),
        OlderDaemons.change("MainPID=812\nStateChangeTimestamp=Sat 2026-11-28 19:00:07 UTC"));
    assertEquals(Optional.empty(), OlderDaemons.change("MainPID=0\nStateChangeTimestamp="));
    assertEquals(
        Optional.empty(), OlderDaemons.change("StateChangeTimestamp=Sat 2026-11-28 19:00:07 CET"));
  }
}
