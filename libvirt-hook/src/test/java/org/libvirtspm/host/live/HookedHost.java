package org.libvirtspm.host.live;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.extension.AfterAllCallback;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.BeforeEachCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * A host with our hook among others': installed before the tests of a class, and gone without a
 * trace after them. Domains d and e are each test's own, and so is the file /share/spm.img.
 */
final class HookedHost
    implements BeforeAllCallback, BeforeEachCallback, AfterEachCallback, AfterAllCallback {

  static final String ENTRIES = "/etc/libvirt/hooks/qemu.d/";

  private static final int SECONDS = 120;

  private LiveHost host;

  /** The host itself. */
  LiveHost host() {
    return host;
  }

  @Override
  public void beforeAll(ExtensionContext context) throws IOException {
    host = LiveHost.get();
    // The first changes the title of guests that arrive, the last shows what it was given.
    other("10-other", "[ \"$2\" != restore ] || sed 's/>before</>after</'\n");
    other("90-last", "[ ! -w /share ] || cat >\"/share/last-$2\"\n");
    LiveRun run = host.virtSpm("hook", "install").assertFine();
    assertTrue(run.out().startsWith("Installed " + ENTRIES + "50-libvirt-spm\n"), run.out());
    host.run("restart-libvirtd").assertFine();
  }

  private void other(String name, String text) {
    host.put(name, "#!/bin/sh\n" + text);
    host.run("mkdir", "-p", ENTRIES).assertFine();
    host.run("install", "-m", "755", "/share/" + name, ENTRIES + name).assertFine();
  }

  @Override
  public void beforeEach(ExtensionContext context) {
    host.run("truncate", "-s", "256M", "/share/spm.img").assertFine();
  }

  @Override
  public void afterEach(ExtensionContext context) {
    for (String name : new String[] {"d", "e"}) {
      host.run("virsh", "destroy", name);
      host.run("virsh", "undefine", "--nvram", "--managed-save", name);
    }
    host.run("rm", "-f", "/share/spm.img", "/share/other.img", "/etc/libvirt-spm/hook.conf");
  }

  @Override
  public void afterAll(ExtensionContext context) {
    if (host == null) {
      return;
    }
    host.virtSpm("hook", "uninstall").assertFine();
    String left =
        host.run(
                "find",
                "/etc/libvirt/hooks",
                LiveHost.HOOK_LIBRARY,
                "/run/libvirt-spm",
                "/var/cache/libvirt-spm")
            .out();
    host.run("rm", "-r", "/etc/libvirt/hooks/qemu.d").assertFine();
    host.run("restart-libvirtd").assertFine();
    assertEquals(
        "/etc/libvirt/hooks\n/etc/libvirt/hooks/qemu.d\n",
        left.replaceAll("(?m)^.*/\\d\\d-.*\n", ""));
    assertFalse(left.contains("libvirt-spm"), left);
  }

  /** An SPM cell of 256 MiB. */
  static String cell(String source) {
    return "<cell id='1' memory='256' unit='MiB' spm='on'>" + source + "</cell>";
  }

  /** One that is each test's own file. */
  static String fileCell() {
    return cell("<source><path>/share/spm.img</path></source>");
  }

  /** A domain without any. */
  static String withoutSpm(String name) {
    return LiveDomains.withCell(name, "").replace(">768<", ">512<");
  }

  /** Defines a domain by virt-spm. */
  void define(String name, String cell) {
    String file = host.put(name + ".xml", LiveDomains.withCell(name, cell));
    host.virtSpm("define", file).assertFine();
  }

  /** What our hook said as libvirt refused a command. */
  String refusal(String... command) {
    LiveRun run = host.run(command).assertStatus(1);
    assertTrue(run.err().contains("virt-spm: "), run.err());
    return run.err().replaceFirst("(?s).*virt-spm: ", "").strip();
  }

  /** Waits for what happens in the background. */
  void await(String inXml, String name) throws InterruptedException {
    for (int second = 0; second < SECONDS; second++) {
      if (host.virsh("dumpxml", "--inactive", name).contains(inXml)) {
        return;
      }
      TimeUnit.SECONDS.sleep(1);
    }
    throw new AssertionError("no " + inXml + " in " + name + " after " + SECONDS + " seconds");
  }
}
