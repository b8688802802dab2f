package org.libvirtspm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.host.demo.Checkout;
import org.libvirtspm.host.demo.HostDemo;
import org.libvirtspm.host.demo.HostMemory;
import org.libvirtspm.host.demo.Progress;
import org.libvirtspm.host.demo.Story;

/** The tour of a host, with a script in place of the testbed that answers as a host does. */
class HostDemoTest {

  private static final String TESTBED = "libvirt-hook/src/testbed/";

  /** Each call becomes a line of the file calls; the variables say what differs in a test. */
  private static final String STAND_IN =
      """
      #!/bin/bash
      here=${0%/*}
      echo "$*" >>"$here/calls"
      . "$here/variables"
      [ "$1" = host ] || exit 9
      case $2 in
        build)
          echo 'testbed: first boot' >&2
          printf '%s\\n' 'forky: libvirt 12.8.0-1' 'forky: QEMU 11.1.2+ds-1'
          exit ;;
        start) echo "$here/host.1" && exit ;;
        stop) exit ;;
      esac
      shift 3
      case $* in
        systemd-detect-virt) echo "$virt"; [ "$virt" != none ] ;;
        'uname -nsr') echo 'Linux testbed-host 7.2.12' ;;
        'daxctl list') echo '[{"chardev":"dax0.0","size":1073741824}]' ;;
        'virt-spm check demo') printf '%b' "$check"; exit 1 ;;
        'sh -c daxctl '*) echo 'reconfigured 1 device' ;;
        'virsh define '*) [ "$define" ] && echo "Domain 'demo' defined" || { echo 'error: no' >&2; exit 1; } ;;
        'virsh start --paused demo') echo "Domain 'demo' started" ;;
        'virsh domstate demo') echo 'shut off' ;;
        'readlink '*) echo ../../../bus/dax/drivers/device_dax ;;
        *'stat -c %U /proc/$pid') echo libvirt-qemu ;;
        *'/proc/$pid/root/dev/dax0.0') echo "$owner" ;;
        *attr/current) echo 'libvirt-1a2b-3c (enforce)' ;;
        *maps) echo "7f0000000000-7f0020000000 $mode 00000000 00:06 20 /dev/dax0.0" ;;
        'cat '*serial.log) echo 'no report' ;;
        sh*) cat >/dev/null ;;
      esac
      """;

  private static final String GOOD =
      """
      virt=qemu
      define=yes
      owner=libvirt-qemu
      mode=rw-s
      check='error: node 1: /dev/dax0.0 has no driver\\n        QEMU can not map it\\n        daxctl \
      reconfigure-device --mode=devdax dax0.0\\n'
      """;

  @TempDir Path root;

  private final List<String> shown = new ArrayList<>();

  @BeforeEach
  void standIn() throws IOException {
    Path testbed = root.resolve(TESTBED + "testbed");
    Files.createDirectories(testbed.getParent());
    Files.writeString(testbed, STAND_IN);
    assertTrue(testbed.toFile().setExecutable(true));
    String domains = "hosttest-domains.bash";
    Files.copy(
        Checkout.ofRunningCode().orElseThrow().testbed().resolveSibling(domains),
        testbed.resolveSibling(domains));
    Files.createDirectory(root.resolve("lib"));
    Files.writeString(root.resolve("lib/virt-spm.jar"), "");
    set("");
  }

  private void set(String variables) throws IOException {
    Files.writeString(root.resolve(TESTBED + "variables"), GOOD + variables);
  }

  private List<String> calls() throws IOException {
    return Files.readAllLines(root.resolve(TESTBED + "calls"));
  }

  private Tour tour(boolean boot, boolean keep) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Story story = new Story(new PrintStream(out, true, StandardCharsets.UTF_8), false);
    Progress progress = new Progress(shown::add);
    boolean fine =
        new HostDemo(new Checkout(root), story, progress, new HostDemo.Wishes(boot, keep))
            .run(root.resolve("lib"));
    return new Tour(fine, out.toString(StandardCharsets.UTF_8));
  }

  private record Tour(boolean isFine, String text) {}

  @Test
  void deviceOfTheHostBecomesTheGuests() throws IOException {
    Tour tour = tour(false, false);
    assertTrue(tour.isFine(), tour.text());
    for (String line :
        List.of(
            "  libvirt 12.8.0, QEMU 11.1.2",
            "  without KVM its processors are emulated: all of it takes 10 to 20 times as long",
            "  $ daxctl list",
            "        <cell id='1' memory='512' unit='MiB' spm='on'>",
            "  $ daxctl reconfigure-device --mode=devdax dax0.0",
            "  reconfigured 1 device",
            "  /dev/dax0.0 is bound to device_dax",
            "  $ virsh start --paused demo",
            "  The guest is left paused: without KVM it boots for 20 minutes and more.",
            "A real /dev/dax0.0 of this host is now the guest's.")) {
      assertTrue(tour.text().contains("\n" + line), line + " in " + tour.text());
    }
    assertTrue(tour.text().matches("(?s).*✓ /dev/dax0.0 in QEMU +512 MiB, shared +512 MiB at.*"));
    assertFalse(tour.text().contains("✗"), tour.text());
    assertEquals("host stop " + root.resolve(TESTBED + "host.1"), calls().get(calls().size() - 1));
    assertTrue(shown.stream().anyMatch(line -> line.startsWith("starting the host … 0:0")));
    assertEquals("", shown.get(shown.size() - 1));
  }

  @Test
  void whatIsNotSoIsACross() throws IOException {
    set("mode=rw-p\n owner=root\n");
    Tour tour = tour(false, false);
    assertFalse(tour.isFine());
    assertTrue(tour.text().contains("2 of 4 did not come out as they should."), tour.text());
  }

  @Test
  void hostEndsWhateverFails() throws IOException {
    set("define=\n");
    IOException failure = assertThrows(IOException.class, () -> tour(false, false));
    assertTrue(
        failure.getMessage().startsWith("virsh define --validate /root/demo.xml failed: error: no"),
        failure.getMessage());
    assertTrue(calls().get(calls().size() - 1).startsWith("host stop "));
  }

  @Test
  void checkThatFailsWithoutARemedyIsAFailure() throws IOException {
    set("check='no java'\n");
    IOException failure = assertThrows(IOException.class, () -> tour(false, false));
    assertTrue(failure.getMessage().startsWith("virt-spm check names no command that helps: no"));
  }

  @Test
  void withKvmTheGuestBoots() throws IOException {
    set("virt=kvm\n");
    IOException failure = assertThrows(IOException.class, () -> tour(false, false));
    assertTrue(failure.getMessage().startsWith("the guest ended without a report: no report"));
    assertTrue(calls().stream().anyMatch(call -> call.endsWith("virsh resume demo")));
  }

  @Test
  void hostThatIsKeptIsNamed() throws IOException {
    String text = tour(false, true).text();
    String folder = root.resolve(TESTBED + "host.1").toString();
    assertTrue(text.contains("/testbed host stop " + folder + "\n"), text);
    assertFalse(calls().contains("host stop " + folder));
    assertFalse(calls().stream().anyMatch(call -> call.contains("--owner")));
  }

  @Test
  void tooLittleMemoryIsToldBefore() {
    IOException failure =
        assertThrows(
            IOException.class,
            () -> HostMemory.require("MemTotal:  8000000 kB\nMemAvailable:    4096000 kB\n"));
    assertEquals(
        "the host takes 6 GiB of memory, and 4000 MiB are free: end some programs, or try"
            + " virt-spm demo without --host",
        failure.getMessage());
  }
}
