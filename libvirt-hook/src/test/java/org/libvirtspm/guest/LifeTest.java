package org.libvirtspm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.libvirtspm.host.demo.Outcome;
import org.libvirtspm.testbed.Summary;

/** A guest with special purpose memory lives on through what virsh does to it. */
@Tag("testbed")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class LifeTest {

  private static final List<String> ONE_NODE = List.of("1 " + 256 * 1024 * 1024);

  private Guest guest;

  @BeforeAll
  void start() throws Exception {
    guest = Guest.start(Lane.NATIVE, Documents.oneNode("firmware='efi'"), "life", "spm.stay");
    guest.report();
  }

  @AfterAll
  void end() throws IOException {
    if (guest != null) {
      guest.close();
    }
  }

  @Test
  void isSavedAndRestored() throws Exception {
    guest.virsh("save", guest.name(), "/share/life.save");
    assertEquals("shut off", guest.virsh("domstate", guest.name()).strip());
    guest.virsh("restore", "/share/life.save");
    livesOn();
    Summary.passed("forky", "save and restore");
  }

  @Test
  void isSavedByLibvirtAndStartedAgain() throws Exception {
    guest.virsh("managedsave", guest.name());
    assertEquals("shut off", guest.virsh("domstate", guest.name()).strip());
    guest.virsh("start", guest.name());
    livesOn();
    Summary.passed("forky", "managed save");
  }

  /** It is memory the guest booted with, and QEMU says so. */
  @Test
  void itsMemoryCannotBeDetached() throws Exception {
    String xml = guest.virsh("dumpxml", guest.name());
    Matcher device =
        Pattern.compile("(?s)<memory model=(?:(?!</memory>).)*ua-spm1.*?</memory>").matcher(xml);
    assertTrue(device.find(), xml);
    guest.instance().put("detach", device.group().getBytes(StandardCharsets.UTF_8));
    Outcome outcome = guest.tryVirsh("detach-device", guest.name(), "/share/detach.xml", "--live");
    assertNotEquals(0, outcome.status(), outcome::toString);
    assertTrue(outcome.errors().contains("hotplug"), outcome::toString);
    livesOn();
    Summary.passed("forky", "detach refused");
  }

  /** Libvirt counts all of it; the balloon, which has no say over special memory, the rest. */
  @Test
  void libvirtCountsItsMemory() throws Exception {
    assertEquals(new DomainInfo(512 * 1024, 256 * 1024), DomainInfo.of(guest));
    Summary.passed("forky", "dominfo");
  }

  /** QEMU transfers blocks with a name only; once this one has one, SaveCheck is out of date. */
  @Test
  void itsContentIsNoneThatQemuSaves() throws Exception {
    String blocks = guest.virsh("qemu-monitor-command", "--hmp", guest.name(), "info ramblock");
    assertTrue(blocks.contains("ram-node0"), blocks);
    assertFalse(blocks.contains("ua-spm1"), blocks);
    Summary.passed("forky", "content is not saved");
  }

  private void livesOn() throws IOException {
    assertEquals(ONE_NODE, guest.specialMemory());
    assertEquals(256L << 20, guest.nextReport().daxDevices().get(0).bytes());
  }
}
