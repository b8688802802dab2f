package org.libvirtspm.host.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.apply.PathUsers;
import org.libvirtspm.host.check.Finding.Level;
import org.libvirtspm.host.dax.FakeHost;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.Translator;

class AppArmorCheckTest {

  private static final String LOCAL = "/etc/apparmor.d/local/abstractions/libvirt-qemu";

  private static final String DOMAIN =
      """
      <domain type='kvm'>
        <name>g</name>
        <memory unit='GiB'>5</memory>
        <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
        <features><acpi/></features>
        <cpu><numa>
          <cell id='0' cpus='0' memory='4' unit='GiB'/>
          <cell id='1' memory='1' unit='GiB' spm='on'>
            <source><path>/dev/dax0.0</path></source>
          </cell>
        </numa></cpu>
      </domain>
      """;

  @TempDir Path root;

  private FakeHost host;

  @BeforeEach
  void makeHost() throws IOException {
    host = new FakeHost(root);
    host.write("/sys/module/apparmor/parameters/enabled", "Y\n");
  }

  private List<Finding> findings(String dialect) {
    return findings(dialect, new LibvirtVersion(12, 8, 0));
  }

  private List<Finding> findings(String dialect, LibvirtVersion libvirt) {
    return findings(new Target(Dialect.find(dialect).orElseThrow(), libvirt), DOMAIN);
  }

  private List<Finding> findings(Target target, String domain) {
    byte[] translated =
        Translator.translate(domain.getBytes(StandardCharsets.UTF_8), emulator -> target)
            .document()
            .orElseThrow();
    return new AppArmorCheck()
        .of(
            new Subject(
                DomainDocument.read(translated).orElseThrow(),
                Translator.validate(translated).cells(),
                Optional.empty(),
                PathUsers.NONE,
                "qemu:///system",
                host.files()));
  }

  @Test
  void pathThatNoProfileNamesIsTold() throws IOException {
    host.write(LOCAL, "# /dev/dax0.0 rw,\n");
    Finding finding = findings("spm").get(0);
    assertEquals(Level.WARNING, finding.level());
    assertEquals("AppArmor's profile for all guests does not name /dev/dax0.0", finding.what());
    assertEquals("echo '  \"/dev/dax0.0\" rw,' >>" + LOCAL, finding.fix());
  }

  @Test
  void remedyMakesTheFolderThatDebianLacks() {
    assertEquals(
        "mkdir -p /etc/apparmor.d/local/abstractions\necho '  \"/dev/dax0.0\" rw,' >>" + LOCAL,
        findings("spm").get(0).fix());
  }

  /** A command is pasted by root; the path is a stranger's. */
  @ParameterizedTest
  @ValueSource(strings = {"/dev/x&apos;; reboot; &apos;", "/dev/dax*", "/dev/my dax"})
  void remedyHasNoPathThatIsMoreThanOne(String path) {
    Target target = new Target(Dialect.named("spm"), new LibvirtVersion(12, 8, 0));
    Finding finding = findings(target, DOMAIN.replace("/dev/dax0.0", path)).get(0);
    assertTrue(finding.fix().startsWith("name this memory by a path of letters"), finding.fix());
  }

  @ParameterizedTest
  @CsvSource({
    "/etc/apparmor.d/abstractions/libvirt-qemu, '  /dev/dax* rw,'",
    "/etc/apparmor.d/abstractions/libvirt-qemu.d/dax, '\"/dev/dax0.0\" rw,'",
    LOCAL + ", '  /dev/dax0.0 rwk,'"
  })
  void pathThatAProfileNamesIsFine(String file, String rule) throws IOException {
    host.write(file, "/dev/kvm rw,\n" + rule + "\n");
    assertEquals(Level.OK, findings("memmap-type").get(0).level());
  }

  @Test
  void pathThatLibvirtKnowsIsLibvirtsToName() {
    assertEquals(List.of(), findings("sp-mem"));
    assertEquals(List.of(), findings("sp-mem", new LibvirtVersion(11, 3, 0)));
  }

  @Test
  void pathOfADeviceThatLibvirtDoesNotKnowIsTold() {
    Finding finding = findings("sp-mem", new LibvirtVersion(8, 1, 0)).get(0);
    assertEquals("AppArmor's profile for all guests does not name /dev/dax0.0", finding.what());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"security_driver = \"none\"", "security_driver = [ \"selinux\", \"dac\" ]"})
  void otherDriversHaveNoProfiles(String setting) throws IOException {
    host.write("/etc/libvirt/qemu.conf", setting + "\n");
    assertEquals(List.of(), findings("spm"));
  }

  @Test
  void hostWithoutAppArmorIsLeftAlone() throws IOException {
    host.write("/sys/module/apparmor/parameters/enabled", "N\n");
    assertEquals(List.of(), findings("spm"));
  }
}
