package org.libvirtspm.host.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.host.check.Finding.Level;
import org.libvirtspm.host.dax.FakeHost;
import org.libvirtspm.host.qmp.EmulatorFacts;

class HostChecksTest {

  @TempDir Path root;

  private Optional<Finding> finding(String start) {
    return finding(start, "");
  }

  private Optional<Finding> finding(String start, String uri) {
    EmulatorFacts facts = new EmulatorFacts("11.1.2", List.of("sp-mem"));
    ProgramCopy copy = new ProgramCopy("1.2.3", ProgramCopy.Kind.CHECKOUT, root, "");
    return new HostChecks(new FakeHost(root).files(), emulator -> facts, copy, new Remedy(uri))
        .all().stream().filter(f -> f.what().startsWith(start)).findFirst();
  }

  @Test
  void hookIsFoundAndMustBeExecutable() throws IOException {
    assertEquals(Level.NOTE, finding("the hook is not installed").orElseThrow().level());
    Path hook = new FakeHost(root).write("/etc/libvirt/hooks/qemu.d/50-libvirt-spm", "#!/bin/sh");
    assertEquals("chmod +x " + hook, finding("the hook " + hook).orElseThrow().fix());
    assertTrue(hook.toFile().setExecutable(true));
    assertEquals(Level.OK, finding("the hook is installed: " + hook).orElseThrow().level());
  }

  @Test
  void remedyGoesToTheUriThatWasGiven() {
    String fix = finding("the watcher is not running", "test:///default").orElseThrow().fix();
    assertTrue(fix.endsWith("; or, each time, virt-spm -c test:///default apply --all"), fix);
  }

  @Test
  void selinuxMustLetTheHookWork() throws IOException {
    FakeHost host = new FakeHost(root);
    host.write("/sys/fs/selinux/enforce", "1");
    host.write("/sys/fs/selinux/booleans/virt_hooks_unconfined", "0 0");
    assertEquals(Optional.empty(), finding("SELinux"));
    assertTrue(
        host.write("/etc/libvirt/hooks/qemu.d/50-libvirt-spm", "").toFile().setExecutable(true));
    assertEquals("setsebool -P virt_hooks_unconfined on", finding("SELinux").orElseThrow().fix());
    host.write("/sys/fs/selinux/enforce", "0");
    assertEquals(Level.WARNING, finding("SELinux would confine hooks").orElseThrow().level());
    Path value = host.write("/sys/fs/selinux/booleans/virt_hooks_unconfined", "1 1");
    assertEquals(Level.OK, finding("SELinux").orElseThrow().level());
    Files.delete(value);
    assertEquals(Optional.empty(), finding("SELinux"));
    host.write("/sys/fs/selinux/enforce", "1");
    assertEquals(Level.WARNING, finding("SELinux confines hooks as").orElseThrow().level());
  }

  @Test
  void missingKvmIsAWarning() throws IOException {
    assertEquals(Level.WARNING, finding("there is no /dev/kvm").orElseThrow().level());
    new FakeHost(root).write("/dev/kvm", "");
    assertEquals(Level.OK, finding("the host has /dev/kvm").orElseThrow().level());
  }

  @Test
  void missingFirmwareIsAWarning() {
    assertEquals(Level.WARNING, finding("there is no OVMF").orElseThrow().level());
  }
}
