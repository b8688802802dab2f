package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.FakeHost;
import org.libvirtspm.host.document.DeclarationEdit.NewCell;

/** What attach takes from a dax device. */
class AttachedDeviceTest {

  private static final String HERE = "qemu:///system";

  private static final String ALIGN = "/sys/devices/platform/hmem.0/dax0.0/align";

  @TempDir Path root;

  private FakeHost host;
  private AttachCommand command;

  @BeforeEach
  void makeHost() {
    host = new FakeHost(root);
    command = new AttachCommand(host.files());
  }

  private void dax(long mib, String driver) throws IOException {
    host.dax("dax0.0", "platform/hmem.0", String.valueOf(mib << 20), "2", driver);
  }

  /** The options with a path and a domain. */
  private Arguments arguments(String... options) {
    List<String> typed = new ArrayList<>(List.of(options));
    typed.addAll(List.of("--path", "/dev/dax0.0", "guest"));
    return Arguments.parse(command.usage(), typed);
  }

  private NewCell cell(String... options) {
    return CellOptions.of(arguments(options)).cell(device(HERE));
  }

  private Optional<DaxDevice> device(String uri) {
    return command.device(Optional.of("/dev/dax0.0"), uri);
  }

  private static NewCell expected(long sizeKib, OptionalLong alignKib) {
    return new NewCell(
        OptionalInt.empty(),
        sizeKib,
        Optional.of("/dev/dax0.0"),
        alignKib,
        OptionalLong.empty(),
        Optional.empty());
  }

  @Test
  void sizeAndAlignmentAreTheDevices() throws IOException {
    dax(512, "device_dax");
    assertEquals(expected(512 << 10, OptionalLong.of(2048)), cell());
    host.write(ALIGN, "1073741824");
    assertEquals(expected(128 << 10, OptionalLong.of(1 << 20)), cell("--memory", "128MiB"));
  }

  @Test
  void sizeIsWholeUnitsOfTheAlignment() throws IOException {
    dax(2049, "device_dax");
    assertEquals(expected(2048 << 10, OptionalLong.of(2048)), cell());
    assertEquals(expected(2 << 20, OptionalLong.of(1 << 20)), cell("--alignsize", "1GiB"));
  }

  @Test
  void deviceThatTellsNoAlignmentHasItsSize() throws IOException {
    dax(511, "device_dax");
    for (String align : List.of("", "0", "x")) {
      host.write(ALIGN, align);
      assertEquals(expected(511 << 10, OptionalLong.empty()), cell());
    }
  }

  @Test
  void deviceOfAnotherHostIsNotLookedAt() throws IOException {
    dax(512, "device_dax");
    assertEquals(Optional.empty(), device("qemu+ssh://far/system"));
  }

  @Test
  void withoutSizeThereMustBeADeviceThatHasOne() throws IOException {
    assertWrong(
        "'/dev/dax0.0' is none of this host's dax devices, which virt-spm devices lists;"
            + " say how much with --memory");
    assertEquals(expected(1024, OptionalLong.empty()), cell("--memory", "1MiB"));
    dax(0, "device_dax");
    assertWrong("'/dev/dax0.0' holds 0 KiB, less than its alignment of 2 MiB");
    host.write("/sys/devices/platform/hmem.0/dax0.0/size", "536870912");
    assertWrong(
        "'/dev/dax0.0' holds 512 MiB, less than its alignment of 1 GiB", "--alignsize", "1GiB");
  }

  private void assertWrong(String complaint, String... options) {
    assertEquals(complaint, assertThrows(UsageException.class, () -> cell(options)).getMessage());
  }

  @Test
  void fittingCellIsFine() throws IOException {
    dax(512, "device_dax");
    assertTold(true, "");
  }

  @Test
  void driverCanBeChangedBeforeTheStart() throws IOException {
    dax(512, "kmem");
    assertTold(
        true,
        """
        virt-spm: warning: /dev/dax0.0 is bound to kmem: it is system RAM of the host
                QEMU can't open it, and only a reboot frees it
                echo blacklist kmem >/etc/modprobe.d/libvirt-spm.conf
                echo 'ACTION=="add", SUBSYSTEM=="dax", KERNEL=="dax0.0", RUN+="/usr/bin/daxctl reconfigure-device --mode=devdax dax0.0"' >>/etc/udev/rules.d/60-libvirt-spm.rules
                reboot
        """);
  }

  @Test
  void whatNeverStartsIsNotAttached() throws IOException {
    dax(512, "device_dax");
    assertTold(
        false,
        """
        virt-spm: error: /dev/dax0.0 holds 512 MiB, less than the cell's 1 GiB
                QEMU refuses a backing store that is too small
                give the cell memory='524288' unit='KiB'
        """,
        "--memory=1GiB");
    assertTold(
        false,
        """
        virt-spm: error: /dev/dax0.0: the cell's size is no multiple of 2 MiB
                device-dax maps whole units of its alignment only
                give the cell memory='2048' unit='KiB'
        """,
        "--memory=3MiB");
    assertTold(
        false,
        """
        virt-spm: error: /dev/dax0.0 is aligned to 2 MiB, not 4 KiB
                QEMU refuses an alignment smaller than the device's
                <alignsize unit='KiB'>2048</alignsize>
        """,
        "--alignsize=4KiB");
  }

  private void assertTold(boolean fits, String told, String... options) {
    ByteArrayOutputStream err = new ByteArrayOutputStream();
    Terminal terminal =
        new Terminal(
            InputStream.nullInputStream(),
            OutputStream.nullOutputStream(),
            new PrintStream(err, true, StandardCharsets.UTF_8),
            false,
            false);
    assertEquals(fits, command.fits(cell(options), device(HERE).orElseThrow(), terminal));
    assertEquals(told, err.toString(StandardCharsets.UTF_8));
  }
}
