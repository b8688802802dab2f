package org.libvirtspm.guest;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.libvirtspm.host.demo.GuestReport;
import org.libvirtspm.testbed.Summary;

/**
 * A guest with a balloon driver keeps its ordinary memory: libvirt does not take it for special.
 */
@Tag("testbed")
@Execution(ExecutionMode.CONCURRENT)
class BalloonTest {

  private static final String STAY = "spm.stay";

  /** What a guest may give back meanwhile without a balloon: nothing but noise. */
  private static final long NOISE_KIB = 8 * 1024;

  private static final long ORDINARY_KIB = 256 * 1024;

  @ParameterizedTest
  @EnumSource(names = {"NATIVE", "PASSTHROUGH"})
  void aBalloonTakesNothing(Lane lane) throws Exception {
    try (Guest guest = Guest.start(lane, withBalloon(), "balloon", STAY)) {
      GuestReport first = guest.report();
      assertTrue(first.says("balloon present"), "the guest has no balloon driver");
      assertKept(first, guest.nextReport());
      assertTrue(first.memTotalKib() > 80 * 1024, () -> first.memTotalKib() + " KiB");
    }
    Summary.passed(lane.suite(), "balloon");
  }

  /** Here special memory is the guest's own to QEMU; a balloon would take as much elsewhere. */
  @Test
  void inTheSpmDialectThereIsNoBalloonAndTheMemoryStays() throws Exception {
    try (Guest guest = Guest.start(Lane.SPM, withBalloon(), "balloon", STAY)) {
      GuestReport first = guest.report();
      assertTrue(first.says("balloon absent"), "the balloon is still there");
      GuestReport later = guest.nextReport();
      assertKept(first, later);
      assertTrue(later.memTotalKib() > ORDINARY_KIB, () -> later.memTotalKib() + " KiB");
    }
    Summary.passed("forky", "balloon");
  }

  /** The counter-proof: with the balloon left in, the guest loses as much as is special. */
  @Test
  void withTheBalloonLeftInTheGuestWouldLoseItsMemory() throws Exception {
    try (Guest guest =
        Guest.start(Lane.SPM, withBalloon(), "ballooned", STAY, BalloonTest::balloonLeftIn)) {
      GuestReport first = guest.report();
      assertTrue(first.says("balloon present"), "the guest has no balloon driver");
      GuestReport later = guest.nextReport();
      assertTrue(
          later.memTotalKib() < ORDINARY_KIB,
          () -> "MemTotal " + first.memTotalKib() + ", then " + later.memTotalKib() + " KiB");
    }
    Summary.passed("forky", "balloon");
  }

  private static void assertKept(GuestReport first, GuestReport later) {
    assertTrue(
        later.memTotalKib() > first.memTotalKib() - NOISE_KIB,
        () -> "MemTotal " + first.memTotalKib() + ", then " + later.memTotalKib() + " KiB");
  }

  private static byte[] withBalloon() {
    String cells =
        """
        <cell id='0' cpus='0-1' memory='256' unit='MiB'/>
              <cell id='1' memory='256' unit='MiB' spm='on'/>""";
    return Documents.domain("q35", "firmware='efi'", "", cells, "<memballoon model='virtio'/>");
  }

  private static String balloonLeftIn(String translated) {
    String none = "<memballoon model='none'/>";
    assertTrue(translated.contains(none), translated);
    String tampered = translated.replace(none, "<memballoon model='virtio'/>");
    assertFalse(tampered.contains(none));
    return tampered;
  }
}
