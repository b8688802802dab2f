package org.libvirtspm.host.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.linear.Growth;

class IncomingOperationTest {

  @TempDir Path folder;

  private HostFolder host;

  @BeforeEach
  void makeHost() throws IOException {
    host = HostFolder.in(folder);
  }

  @ParameterizedTest
  @ValueSource(strings = {"spm", "memmap-type", "sp-mem"})
  void guestInStepArrivesAsItIs(String dialect) throws IOException {
    String document = Documents.translated("d", "/dev/dax0.0", dialect);
    assertEquals(HookAnswer.go(), host.call("restore", "d", document));
    assertEquals(HookAnswer.go(), host.call("migrate", "d", document));
  }

  @Test
  void declarationIsTranslated() throws IOException {
    HookAnswer answer = host.call("migrate", "d", Documents.extended("d", ""));
    assertTrue(answer.output().contains("dialect='spm'"), answer.output());
  }

  @ParameterizedTest
  @ValueSource(strings = {"spm", "memmap-type", "sp-mem"})
  void memoryIsCalledByItsNameHere(String dialect) throws IOException {
    host.file("/etc/hook.conf", "path /dev/dax0.0 = /mem/a,b&c\n");
    String document = Documents.translated("d", "/dev/dax0.0", dialect);
    String here = host.call("restore", "d", document).output();
    assertEquals(document.replace("/dev/dax0.0", "/mem/a,b&amp;c"), restoreArgument(here));
  }

  /** Undoes the doubling of commas in QEMU's arguments. */
  private static String restoreArgument(String document) {
    return document.replace("mem-path=/mem/a,,b", "mem-path=/mem/a,b");
  }

  @Test
  void emulatorIsCalledByItsNameHere() throws IOException {
    host.file("/etc/hook.conf", "emulator /opt/qemu-9 = /opt/qemu-10\n");
    String document =
        Documents.translated("d", "")
            .replace("<memballoon", "<emulator>/opt/qemu-9</emulator><memballoon");
    assertEquals(
        document.replace("qemu-9", "qemu-10"), host.call("restore", "d", document).output());
  }

  /** libvirt refuses a second source, but only after the hook has read all of them. */
  @Test
  void renamingTakesTimeInProportionToThePaths() throws Exception {
    host.file("/etc/hook.conf", "path /a = /b\n");
    Growth.assertLinear(manyPaths(30_000), manyPaths(120_000), d -> host.call("restore", "d", d));
  }

  private static String manyPaths(int count) {
    String source = "<source><path>/a</path></source>";
    return Documents.extended("d", "").replace("</cell>", source.repeat(count) + "</cell>");
  }

  @Test
  void pathsThatMakeTheDocumentTooLongAreRefused() throws IOException {
    host.file("/etc/hook.conf", "path /a = /" + "b".repeat(4000) + "\n");
    assertEquals(
        "domain 'd': the document with this host's paths: it would be larger than the limit of 16"
            + " MiB; write shorter ones into the hook's configuration",
        host.call("restore", "d", manyPaths(5000)).sentence());
  }

  @Test
  void guestThatThisHostWouldTranslateOtherwiseCannotArrive() throws IOException {
    host.file("/proc/" + HostFolder.DAEMON + "/maps", "/usr/lib64/libvirt.so.0.11003.0");
    HookAnswer answer = host.call("migrate", "d", Documents.translated("d", ""));
    assertEquals(
        "domain 'd': the Specific Purpose Memory of cell 1 (512 MiB) is translated otherwise than"
            + " this host needs it (in native form, and libvirt 11.3.0 takes passthrough); a guest"
            + " can't change it while it runs: shut it down where it was, and start it here",
        answer.sentence());
  }

  @Test
  void guestWithoutSpmArrivesAsItIs() throws IOException {
    assertEquals(
        HookAnswer.go(), host.call("migrate", "d", "<domain><!-- spm --><name>d</name></domain>"));
  }
}
