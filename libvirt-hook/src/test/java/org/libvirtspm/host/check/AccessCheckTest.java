package org.libvirtspm.host.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.libvirtspm.host.apply.PathUsers;
import org.libvirtspm.host.check.Finding.Level;
import org.libvirtspm.host.dax.FakeHost;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.Translator;

/** Who may use a path is a matter of numbers: the user and groups that QEMU will have. */
class AccessCheckTest {

  private static final String PATH = "/mem/file";

  @TempDir Path root;

  private FakeHost host;
  private Path file;
  private int uid;
  private int gid;

  @BeforeEach
  void makeHost() throws IOException {
    host = new FakeHost(root);
    file = host.write(PATH, "");
    uid = (Integer) Files.getAttribute(file, "unix:uid");
    gid = (Integer) Files.getAttribute(file, "unix:gid");
    host.write(
        "/etc/passwd", "libvirt-qemu:x:64055:108::/:/bin/false\nq:x:4711:4712::/:/bin/false");
    host.write("/etc/group", "kvm:x:108:\nmembers:x:" + gid + ":joe,q");
  }

  private Finding finding(String uri, String seclabel) throws IOException {
    return finding("spm", uri, seclabel);
  }

  private Finding finding(String dialect, String uri, String seclabel) throws IOException {
    String xml =
        """
        <domain type='kvm'>
          <name>g</name>
          <memory unit='GiB'>5</memory>
          <vcpu>1</vcpu>
          <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
          <features><acpi/></features>
          <cpu><numa><cell id='0' cpus='0' memory='4' unit='GiB'/>
            <cell id='1' memory='1' unit='GiB' spm='on'><source><path>%s</path></source></cell>
          </numa></cpu>
          %s
        </domain>
        """
            .formatted(PATH, seclabel);
    Target target = new Target(Dialect.find(dialect).orElseThrow(), new LibvirtVersion(12, 8, 0));
    byte[] translated =
        Translator.translate(xml.getBytes(StandardCharsets.UTF_8), e -> target)
            .document()
            .orElseThrow();
    Subject subject =
        new Subject(
            DomainDocument.read(translated).orElseThrow(),
            Translator.validate(translated).cells(),
            Optional.empty(),
            PathUsers.NONE,
            uri,
            host.files());
    return new AccessCheck().of(subject).get(0);
  }

  private void mode(String mode) throws IOException {
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString(mode));
  }

  private static String label(String label) {
    return "<seclabel type='static' model='dac'><label>" + label + "</label></seclabel>";
  }

  @Test
  void userOfQemuConfCounts() throws IOException {
    mode("rw-------");
    host.write("/etc/libvirt/qemu.conf", "user = \"q\"");
    Finding finding = finding("qemu:///system", "");
    assertEquals(Level.WARNING, finding.level());
    assertEquals("virt-spm hook install, which does; or: chown q /mem/file", finding.fix());
    mode("rw-rw----");
    assertEquals(Level.OK, finding("qemu:///system", "").level());
    host.write("/etc/libvirt/qemu.conf", "user = \"+" + uid + "\"");
    mode("rw-------");
    assertEquals(Level.OK, finding("qemu:///system", "").level());
    host.write("/etc/libvirt/qemu.conf", "user = \"+4713\"\ngroup = \"members\"");
    mode("rw-rw----");
    assertEquals(Level.OK, finding("qemu:///system", "").level());
  }

  @Test
  void libvirtsOwnUserCountsWhereNoneIsSet() throws IOException {
    mode("rw-rw----");
    assertEquals(
        "virt-spm hook install, which does; or: chown libvirt-qemu /mem/file",
        finding("qemu:///system", "").fix());
    mode("rw-rw-rw-");
    assertEquals(Level.OK, finding("qemu:///system", "").level());
  }

  @Test
  void labelOfTheDomainOutweighsQemuConf() throws IOException {
    mode("rw-------");
    host.write("/etc/libvirt/qemu.conf", "user = \"root\"");
    assertEquals("chown q /mem/file", finding("qemu:///system", label("+4711:+4712")).fix());
    assertEquals(Level.OK, finding("qemu:///system", label("+" + uid + ":+" + gid)).level());
  }

  @Test
  void sessionRunsQemuAsItsUserWhateverTheForm() throws IOException {
    mode("---------");
    host.write("/proc/self/status", "Name:\tx\nUid:\t1234\t1234\nGid:\t1234\t1234\nGroups:\t1235 ");
    String user = System.getProperty("user.name");
    for (String dialect : new String[] {"spm", "sp-mem"}) {
      Finding finding = finding(dialect, "qemu+unix:///session?socket=/a", label("+" + uid));
      assertEquals(Level.WARNING, finding.level());
      assertEquals("sudo chown " + user + " /mem/file", finding.fix());
      assertEquals(Level.OK, finding("sp-mem", "qemu:///system", "").level());
    }
    mode("rw----rw-");
    assertEquals(Level.OK, finding("qemu:///session", "").level());
  }
}
