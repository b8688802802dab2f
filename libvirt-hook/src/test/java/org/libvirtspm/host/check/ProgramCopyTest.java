package org.libvirtspm.host.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.host.check.Finding.Level;
import org.libvirtspm.host.check.ProgramCopy.Kind;
import org.libvirtspm.host.dax.FakeHost;

class ProgramCopyTest {

  private static final String UNIT = "virt-spm-watch.service";

  @TempDir Path root;

  private static ProgramCopy copy(Kind kind, String place) {
    return new ProgramCopy(
        "1.2.3", kind, Path.of(place), kind == Kind.PACKAGE ? "libvirt-spm 1.2.3" : "");
  }

  private String watcherRemedy(ProgramCopy copy) {
    return new WatcherCheck(new FakeHost(root).files(), copy, new Remedy("")).finding(true).fix();
  }

  private String hookRemedy(ProgramCopy copy) {
    return copy.hookRemedy(new FakeHost(root).files());
  }

  @Test
  void checkoutIsToldFromAnInstallation() throws IOException {
    Path jar = new FakeHost(root).write("/co/libvirt-hook/target/virt-spm/lib/virt-spm.jar", "");
    assertEquals(Kind.OTHER, ProgramCopy.of(jar, "1.2.3").kind());
    new FakeHost(root).write("/co/libvirt-hook/src/package/files", "");
    assertEquals(
        "this is virt-spm 1.2.3, run from the checkout " + root.resolve("co"),
        ProgramCopy.of(jar, "1.2.3").finding().what());
    assertEquals(
        "this is virt-spm 1.2.3, installed below /opt/spm",
        ProgramCopy.of(Path.of("/opt/spm/share/libvirt-spm/lib/virt-spm.jar"), "1.2.3")
            .finding()
            .what());
    assertEquals(
        "this is virt-spm 1.2.3, installed by the package libvirt-spm 1.2.3",
        copy(Kind.PACKAGE, "/usr").finding().what());
  }

  @Test
  void hookOfACheckoutMayComeWithAnInstallation() throws IOException {
    ProgramCopy checkout = copy(Kind.CHECKOUT, "/co");
    assertEquals(
        "virt-spm hook install; or, with all that belongs to it, virt-spm install",
        hookRemedy(checkout));
    new FakeHost(root).write("/usr/bin/dnf", "");
    assertTrue(hookRemedy(checkout).endsWith("package, and dnf install the .rpm that it names"));
    new FakeHost(root).write("/etc/debian_version", "");
    assertTrue(hookRemedy(checkout).endsWith("package, and apt install the .deb that it names"));
    for (Kind kind : List.of(Kind.PACKAGE, Kind.PREFIX, Kind.OTHER)) {
      assertEquals("virt-spm hook install", hookRemedy(copy(kind, "/usr")));
    }
  }

  @Test
  void withoutSystemdTheWatcherIsACommand() {
    assertEquals(
        "virt-spm watch, by what starts services here", watcherRemedy(copy(Kind.PACKAGE, "/usr")));
  }

  @Test
  void watcherOfACheckoutHasNoUnit() throws IOException {
    FakeHost host = new FakeHost(root);
    host.write("/run/systemd/system/x", "");
    assertEquals(
        "virt-spm watch; or, as a service, virt-spm install",
        watcherRemedy(copy(Kind.CHECKOUT, "/co")));
    host.write("/usr/lib/systemd/system/" + UNIT, "");
    assertEquals("systemctl enable --now " + UNIT, watcherRemedy(copy(Kind.CHECKOUT, "/co")));
  }

  @Test
  void missingUnitComesBackAsItCame() throws IOException {
    FakeHost host = new FakeHost(root);
    host.write("/run/systemd/system/x", "");
    assertEquals(
        "dnf reinstall the .rpm of libvirt-spm 1.2.3", watcherRemedy(copy(Kind.PACKAGE, "/usr")));
    host.write("/etc/debian_version", "");
    assertEquals(
        "apt install --reinstall the .deb of libvirt-spm 1.2.3",
        watcherRemedy(copy(Kind.PACKAGE, "/usr")));
    assertEquals(
        "in a checkout: ./virt-spm install --prefix /opt/spm",
        watcherRemedy(copy(Kind.PREFIX, "/opt/spm")));
  }

  /** systemd does not look below any prefix. */
  @Test
  void unitElsewhereIsNamedByItsPath() throws IOException {
    FakeHost host = new FakeHost(root);
    host.write("/run/systemd/system/x", "");
    Path unit = host.write("/opt/spm/lib/systemd/system/" + UNIT, "");
    String prefix = root.resolve("opt/spm").toString();
    assertEquals("systemctl enable --now " + unit, watcherRemedy(copy(Kind.PREFIX, prefix)));
  }

  @Test
  void catalogWithoutTheSchemasIsMended() throws IOException {
    FakeHost host = new FakeHost(root);
    host.write("/usr/bin/xmlcatalog", "");
    host.write("/etc/xml/catalog", "<catalog/>");
    assertEquals(List.of(), new ProgramCheck(host.files(), copy(Kind.CHECKOUT, "/co")).findings());
    ProgramCheck check = new ProgramCheck(host.files(), copy(Kind.PACKAGE, "/usr"));
    assertEquals(Level.NOTE, check.findings().get(0).level());
    assertEquals("sh /usr/share/libvirt-spm/host-setup configure", check.findings().get(0).fix());
    host.write("/etc/xml/catalog", "<x uri='https://libvirt-spm.org/schema/'/>");
    assertEquals(List.of(), check.findings());
  }

  @Test
  void missingArchiveIsMadeAnew() {
    System.setProperty("virt-spm.missing-archive", "/none.aot");
    try {
      assertEquals("touch /co/pom.xml", archiveRemedy(copy(Kind.CHECKOUT, "/co")));
      assertEquals(
          "sh /usr/local/share/libvirt-spm/host-setup java",
          archiveRemedy(copy(Kind.PREFIX, "/usr/local")));
    } finally {
      System.clearProperty("virt-spm.missing-archive");
    }
  }

  private String archiveRemedy(ProgramCopy copy) {
    return new ProgramCheck(new FakeHost(root).files(), copy).findings().get(0).fix();
  }
}
