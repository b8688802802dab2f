package org.libvirtspm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.libvirtspm.host.demo.AddressRange;
import org.libvirtspm.host.demo.GuestReport;
import org.libvirtspm.testbed.Summary;

/** What guests see where they see nothing, or not all: the controls to {@link StartTest}. */
@Tag("testbed")
@Execution(ExecutionMode.CONCURRENT)
class GuestViewTest {

  private static final String UEFI = "firmware='efi'";
  private static final long MIB = 1024 * 1024;

  @Test
  void aNodeOfSpecialMemoryIsSoftReservedToTheByte() throws Exception {
    try (Guest guest = Guest.start(Lane.NATIVE, Documents.oneNode(UEFI), "one", "")) {
      GuestReport report = guest.report();
      assertEquals(256 * MIB, report.softReserved().stream().mapToLong(AddressRange::bytes).sum());
      assertEquals(
          List.of(new GuestReport.Dax("dax0.0", 256 * MIB, 1, "device_dax")), report.daxDevices());
      assertTrue(report.memTotalKib() < 256 * 1024, () -> report.memTotalKib() + " KiB");
      assertEquals(report.memTotalKib(), report.memTotalKib(0));
    }
    Summary.passed("forky", "controls");
  }

  @Test
  void withoutTheAttributeNothingIsSpecial() throws Exception {
    String marked = new String(Documents.oneNode(UEFI), StandardCharsets.UTF_8);
    byte[] plain = marked.replace(" spm='on'", "").getBytes(StandardCharsets.UTF_8);
    try (Guest guest = Guest.start(Lane.NATIVE, plain, "plain", "")) {
      GuestReport report = guest.report();
      assertEquals(List.of(), report.softReserved());
      assertEquals(List.of(), report.daxDevices());
      assertTrue(report.memTotalKib(1) > 200 * 1024, () -> report.memTotalKib(1) + " KiB");
    }
    Summary.passed("forky", "controls");
  }

  @Test
  void underSeaBiosTheGuestSeesNoneAsTheWarningSaid() throws Exception {
    try (Guest guest = Guest.start(Lane.NATIVE, Documents.oneNode(""), "seabios", "")) {
      assertTrue(
          guest.problems().stream().anyMatch(p -> p.message().contains("SeaBIOS")),
          () -> "warnings: " + guest.problems());
      GuestReport report = guest.report();
      assertTrue(report.says("firmware bios"));
      assertEquals(List.of(), report.softReserved());
      assertEquals(List.of(), report.daxDevices());
    }
    Summary.passed("forky", "controls");
  }

  /** Before edk2-stable202605 OVMF takes the mark for a reason to leave the memory out. */
  @Test
  void olderUefiFirmwareHidesTheMemory() throws Exception {
    try (Guest guest = Guest.start(Lane.OLD_LIBVIRT, Documents.oneNode(UEFI), "hidden", "")) {
      GuestReport report = guest.report();
      assertTrue(report.says("firmware uefi"));
      assertEquals(List.of(), report.softReserved());
      assertEquals(List.of(), report.daxDevices());
      assertEquals(256 * MIB, report.srat().of(1).stream().mapToLong(AddressRange::bytes).sum());
    }
    Summary.passed("trixie", "controls");
  }

  /** Firmware and kernel join what lies side by side; only an HMAT tells Linux where it ends. */
  @Test
  void withoutHmatLinuxMakesOneDeviceOfSpecialNodesSideBySide() throws Exception {
    String cells =
        """
        <cell id='0' cpus='0-1' memory='256' unit='MiB'/>
              <cell id='1' memory='64' unit='MiB' spm='on'/>
              <cell id='2' memory='128' unit='MiB' spm='on'/>""";
    byte[] document = Documents.domain("q35", UEFI, "", cells, "");
    try (Guest guest = Guest.start(Lane.NATIVE, document, "joined", "")) {
      GuestReport report = guest.report();
      assertEquals(64 * MIB, report.srat().of(1).stream().mapToLong(AddressRange::bytes).sum());
      assertEquals(128 * MIB, report.srat().of(2).stream().mapToLong(AddressRange::bytes).sum());
      assertEquals(
          List.of(new GuestReport.Dax("dax0.0", 192 * MIB, 1, "device_dax")), report.daxDevices());
    }
    Summary.passed("forky", "controls");
  }
}
