package org.libvirtspm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.demo.AddressRange;
import org.libvirtspm.host.demo.GuestReport;
import org.libvirtspm.host.demo.Hmat;

/** A guest's console as it comes from the serial port, its tables made by hand. */
class GuestReportTest {

  private final GuestReport report = GuestReport.all(Consoles.twoNodes()).get(0);

  @Test
  void onlyWholeReportsCount() {
    assertEquals(1, GuestReport.all(Consoles.twoNodes()).size());
    assertEquals(List.of(), GuestReport.all(Consoles.twoNodes().replace("report end", "")));
  }

  @Test
  void readsMemoryMapAndDevices() {
    assertEquals(List.of(new AddressRange(0x100000000L, 0x110000000L)), report.softReserved());
    assertEquals(
        List.of(new GuestReport.Dax("dax0.0", 268435456, 1, "device_dax")), report.daxDevices());
    assertEquals(169784, report.memTotalKib());
    assertEquals(169784, report.memTotalKib(0));
    assertEquals(0, report.memTotalKib(1));
    assertTrue(report.says("firmware uefi"));
    assertFalse(report.says("firmware bios"));
  }

  @Test
  void readsAffinityWithoutRoomForHotplug() {
    assertEquals(List.of(new AddressRange(0x100000000L, 0x110000000L)), report.srat().of(1));
    assertEquals(2, report.srat().of(0).size());
  }

  @Test
  void readsDistances() {
    assertEquals(2, report.slit().nodes());
    assertEquals(17, report.slit().distance(0, 1));
    assertEquals(0, report.slit().distance(0, 2));
  }

  @Test
  void readsLatenciesInNanosecondsAndBandwidthsInMebibytes() {
    Hmat hmat = report.hmat();
    assertEquals(OptionalLong.of(160), hmat.value(Hmat.Kind.ACCESS_LATENCY, 0, 1));
    assertEquals(OptionalLong.of(819200), hmat.value(Hmat.Kind.ACCESS_BANDWIDTH, 0, 1));
    assertEquals(OptionalLong.empty(), hmat.value(Hmat.Kind.READ_LATENCY, 0, 1));
  }

  @Test
  void aGuestWithoutTablesHasNothingInThem() {
    GuestReport empty = new GuestReport(List.of("kernel 7.2"));
    assertEquals(0, empty.slit().nodes());
    assertEquals(List.of(), empty.hmat().entries());
    assertEquals(List.of(), empty.srat().memories());
  }
}
