package org.libvirtspm.host.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.apply.PathUsers;
import org.libvirtspm.host.check.Finding.Level;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.DaxDevices;
import org.libvirtspm.host.dax.FakeHost;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.qmp.EmulatorFacts;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.trust.DocumentEmulator;
import org.libvirtspm.host.trust.PathTrust;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.internal.Translator;

class ChecksTest {

  private static final String DAX_1G =
      "<cell id='1' memory='1' unit='GiB' spm='on'><source><path>/dev/dax0.0</path>%s</source></cell>";

  @TempDir Path root;

  private FakeHost host;

  /** The domain's seclabel, if it is to have one. */
  private String label = "";

  @BeforeEach
  void makeHost() {
    host = new FakeHost(root);
  }

  private Subject subject(String dialect, String cell, String devices) {
    String xml =
        """
        <domain type='kvm'>
          <name>g</name>
          <memory unit='GiB'>5</memory>
          <vcpu>1</vcpu>
          <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
          <features><acpi/></features>
          <cpu><numa><cell id='0' cpus='0' memory='4' unit='GiB'/>%s</numa></cpu>
          <devices>%s</devices>
          %s
        </domain>
        """
            .formatted(cell, devices, label);
    byte[] translated =
        Translator.translate(
                xml.getBytes(StandardCharsets.UTF_8),
                e -> new Target(Dialect.find(dialect).orElseThrow(), new LibvirtVersion(12, 8, 0)))
            .document()
            .orElseThrow();
    DomainDocument document = DomainDocument.read(translated).orElseThrow();
    return new Subject(
        document,
        Translator.validate(translated).cells(),
        Optional.of("/qemu-kvm"),
        new PathUsers(Map.of("/dev/dax0.0", List.of("other (running)", "third")), List.of()),
        "qemu:///system",
        host.files());
  }

  private static void assertFinding(Level level, String what, String fix, Finding finding) {
    assertEquals(what, finding.what());
    assertEquals(level, finding.level());
    assertEquals(fix, finding.fix());
    assertEquals(level == Level.OK, finding.why().isEmpty());
  }

  private List<Finding> paths(String cell) {
    return new PathCheck().of(subject("sp-mem", cell, ""));
  }

  @Test
  void fittingDeviceIsFine() throws IOException {
    host.dax("dax0.0", "platform/hmem.0", "1073741824", "2", "device_dax");
    List<Finding> findings = paths(DAX_1G.formatted(""));
    assertEquals(1, findings.size());
    assertFinding(Level.OK, "node 1: /dev/dax0.0 holds 1 GiB on host node 2", "", findings.get(0));
  }

  @Test
  void kvmThatIsNotThereIsAnError() throws IOException {
    Subject subject = subject("sp-mem", DAX_1G.formatted(""), "");
    assertEquals(
        List.of(Level.ERROR), new KvmCheck().of(subject).stream().map(Finding::level).toList());
    host.write("/dev/kvm", "");
    assertEquals(List.of(), new KvmCheck().of(subject));
  }

  @Test
  void emptyDeviceIsNoSizeForACell() throws IOException {
    host.dax("dax0.0", "platform/hmem.0", "0", "2", "device_dax");
    assertTrue(
        paths(DAX_1G.formatted("")).stream()
            .map(Finding::what)
            .anyMatch("node 1: /dev/dax0.0 has no memory"::equals));
  }

  @Test
  void unboundSmallAndMisalignedAreAllTold() throws IOException {
    host.dax("dax0.0", "platform/hmem.0", "536870912", "2", "");
    host.write("/sys/devices/platform/hmem.0/dax0.0/align", "1073741824");
    String cell = DAX_1G.formatted("").replace("'1' unit='GiB'", "'1026' unit='MiB'");
    List<Finding> findings = paths(cell);
    assertEquals(
        List.of(
            "node 1: /dev/dax0.0 has no driver",
            "node 1: /dev/dax0.0 holds 512 MiB, less than the cell's 1026 MiB",
            "node 1: /dev/dax0.0: the cell's size is no multiple of 1 GiB",
            "node 1: /dev/dax0.0 is aligned to 1 GiB, not 2 MiB"),
        findings.stream().map(Finding::what).toList());
    assertTrue(findings.stream().allMatch(f -> f.level() == Level.ERROR));
  }

  @Test
  void ordinaryFileIsLookedAt() throws IOException {
    String cell = DAX_1G.formatted("").replace("/dev/dax0.0", "/mem/file");
    assertEquals("truncate -s 1048576K /mem/file", paths(cell).get(0).fix());
    assertEquals(
        "truncate -s 1048576K '/mem/file; reboot'",
        paths(cell.replace("/mem/file", "/mem/file; reboot")).get(0).fix());
    host.write("/mem/file", "too small");
    assertEquals("node 1: /mem/file has 0 KiB of 1 GiB", paths(cell).get(0).what());
  }

  @Test
  void otherUsersCount() throws IOException {
    List<Finding> findings = new UsersCheck().of(subject("sp-mem", DAX_1G.formatted(""), ""));
    assertEquals(
        List.of(Level.ERROR, Level.WARNING), findings.stream().map(Finding::level).toList());
    assertEquals(
        "node 1: /dev/dax0.0 is also memory of domain other (running)", findings.get(0).what());
  }

  @Test
  void processThatHasThePathOpenIsNamed() throws IOException {
    host.write("/proc/4711/comm", "qemu-system-x86");
    host.write("/dev/dax0.0", "");
    host.write("/proc/4711/fd/3", "");
    Files.delete(root.resolve("proc/4711/fd/3"));
    Files.createSymbolicLink(
        root.resolve("proc/4711/fd/3"),
        Files.createLink(root.resolve("other-name"), root.resolve("dev/dax0.0")));
    List<Finding> findings = new UsersCheck().of(subject("sp-mem", DAX_1G.formatted(""), ""));
    assertEquals(
        "node 1: /dev/dax0.0 is open in process 4711 (qemu-system-x86, user "
            + Files.getAttribute(root, "unix:uid")
            + ")",
        findings.get(2).what());
  }

  @Test
  void labelOfTheDomainMustBeAllowed() throws IOException {
    host.write("/etc/passwd", "root:x:0:0::/:\nqemu:x:107:107::/:");
    assertEquals(List.of(), new DeviceUsersCheck().of(subject("spm", DAX_1G.formatted(""), "")));
    label = "<seclabel type='static' model='dac'><label>+9:+9</label></seclabel>";
    Subject other = subject("sp-mem", DAX_1G.formatted(""), "");
    Finding finding = new DeviceUsersCheck().of(other).get(0);
    assertFinding(
        Level.ERROR,
        "/dev/dax0.0 is not for user '+9', whom the domain's <seclabel> names",
        "remove the <seclabel>, or add to /etc/libvirt-spm/hook.conf: device_users = +9",
        finding);
    host.write("/etc/libvirt-spm/hook.conf", "device_users = other, 9");
    assertEquals(List.of(), new DeviceUsersCheck().of(other));
    label = label.replace("+9:", "who:");
    Subject unknown = subject("spm", DAX_1G.formatted(""), "");
    assertEquals(
        "QEMU's user 'who' is not in /etc/passwd",
        new DeviceUsersCheck().of(unknown).get(0).what());
  }

  @Test
  void hiddenDeviceNeedsALineInQemuConf() throws IOException {
    assertEquals(List.of(), new DeviceAclCheck().of(subject("sp-mem", DAX_1G.formatted(""), "")));
    Subject subject = subject("spm", DAX_1G.formatted(""), "");
    Finding finding = new DeviceAclCheck().of(subject).get(0);
    assertEquals("/etc/libvirt/qemu.conf does not let QEMU use /dev/dax0.0", finding.what());
    String lines = finding.fix().substring(finding.fix().indexOf("cgroup_device_acl"));
    assertTrue(lines.contains("\"/dev/userfaultfd\",\n    \"/dev/dax0.0\"\n]"), lines);
    host.write("/etc/libvirt/qemu.conf", "# cgroup_device_acl = [ ]\n" + lines);
    assertEquals(
        "/etc/libvirt/qemu.conf lets QEMU use /dev/dax0.0",
        new DeviceAclCheck().of(subject).get(0).what());
  }

  @ParameterizedTest
  @ValueSource(strings = {"/dev/dax0.0&quot;, &quot;/dev/sda", "/dev/sda"})
  void nothingButADaxDeviceIsPutIntoQemuConf(String path) throws IOException {
    String cell = DAX_1G.formatted("").replace("/dev/dax0.0", path);
    assertEquals(List.of(), new DeviceAclCheck().of(subject("spm", cell, "")));
  }

  @Test
  void lockedMemoryMustSuffice() {
    String gpu =
        "<hostdev mode='subsystem' type='pci'><source>"
            + "<address domain='0' bus='1' slot='0' function='0'/></source></hostdev>";
    String cell = "<cell id='1' memory='1' unit='GiB' spm='on'/>";
    assertEquals(List.of(), new MemlockCheck().of(subject("spm", cell, "")));
    assertEquals(
        "the memory is locked without a limit",
        new MemlockCheck().of(subject("spm", cell, gpu)).get(0).what());
    assertEquals(
        "libvirt counts the special memory in its limit for locked memory",
        new MemlockCheck().of(subject("sp-mem", cell, gpu)).get(0).what());
  }

  @Test
  void hugePagesMustBeFree() throws IOException {
    String cell =
        "<cell id='1' memory='1' unit='GiB' spm='on'><source><pagesize unit='MiB'>2</pagesize>"
            + "</source></cell>";
    Subject subject = subject("sp-mem", cell, "");
    assertEquals(
        "this host has no huge pages of 2 MiB", new HugepagesCheck().of(subject).get(0).what());
    String folder = "/sys/kernel/mm/hugepages/hugepages-2048kB";
    host.write(folder + "/free_hugepages", "12");
    host.write(folder + "/nr_hugepages", "20");
    assertFinding(
        Level.ERROR,
        "of huge pages of 2 MiB 12 are free, 512 needed",
        "echo 520 > /sys/kernel/mm/hugepages/hugepages-2048kB/nr_hugepages",
        new HugepagesCheck().of(subject).get(0));
    host.write(folder + "/free_hugepages", "512");
    assertEquals(Level.OK, new HugepagesCheck().of(subject).get(0).level());
  }

  @Test
  void hostNodesMustExist() throws IOException {
    String cell =
        "<cell id='1' memory='1' unit='GiB' spm='on'><source><nodemask>0,3</nodemask>"
            + "</source></cell>";
    host.write("/sys/devices/system/node/node0/cpulist", "0");
    assertFinding(
        Level.ERROR,
        "node 1: this host has no node 3",
        "numactl --hardware shows the nodes there are",
        new HostNodesCheck().of(subject("sp-mem", cell, "")).get(0));
  }

  @ParameterizedTest
  @CsvSource({"spm", "memmap-type", "sp-mem"})
  void hardLimitMustCoverAllMemoryAndOneGib(String dialect) {
    String function = "<interface type='hostdev'/>";
    String cell = "<cell id='1' memory='1' unit='GiB' spm='on'/>";
    label = "<memtune><hard_limit unit='MiB'>6144</hard_limit></memtune>";
    assertFinding(
        Level.OK,
        "the hard limit of 6 GiB covers all memory",
        "",
        new MemlockCheck().of(subject(dialect, cell, function)).get(0));
    label = label.replace("6144", "6143");
    assertFinding(
        Level.ERROR,
        "the hard limit of 6143 MiB is less than the guest's memory and 1 GiB",
        "<hard_limit unit='KiB'>6291456</hard_limit>",
        new MemlockCheck().of(subject(dialect, cell, function)).get(0));
    assertEquals(
        List.of(), new MemlockCheck().of(subject(dialect, cell, "<interface type='network'/>")));
  }

  @Test
  void mountNamespaceDecidesWhyADeviceIsHidden() throws IOException {
    Subject subject = subject("spm", DAX_1G.formatted(""), "");
    String ofDev =
        "in this form libvirt does not know of the device, and leaves it out of QEMU's /dev";
    assertEquals(ofDev, new DeviceAclCheck().of(subject).get(0).why());
    host.write("/etc/libvirt/qemu.conf", "namespaces = [ \"mount\" ]\n");
    assertEquals(ofDev, new DeviceAclCheck().of(subject).get(0).why());
    host.write("/etc/libvirt/qemu.conf", "namespaces = []\n");
    assertTrue(
        new DeviceAclCheck().of(subject).get(0).why().endsWith("its cgroup may keep QEMU out"));
  }

  @Test
  void onlyMemoryOfSpMemDevicesIsNotSaved() {
    String cell = "<cell id='1' memory='1' unit='GiB' spm='on'/>";
    Finding finding = new SaveCheck().of(subject("sp-mem", cell, "")).get(0);
    assertEquals(Level.WARNING, finding.level());
    assertEquals("QEMU neither saves nor migrates what is in the special memory", finding.what());
    assertEquals(List.of(), new SaveCheck().of(subject("spm", cell, "")));
    assertEquals(List.of(), new SaveCheck().of(subject("memmap-type", cell, "")));
  }

  @Test
  void emulatorMustSpeakTheDialect() throws IOException {
    Path qemu = Files.createFile(root.resolve("qemu-kvm"));
    Files.setPosixFilePermissions(qemu, PosixFilePermissions.fromString("rwxr-xr-x"));
    Subject subject = subject("sp-mem", "<cell id='1' memory='1' unit='GiB' spm='on'/>", "");
    assertEquals(Level.OK, emulator(subject, "sp-mem").level());
    assertEquals(
        "the emulator /qemu-kvm is QEMU 10.2.0 and speaks spm, not sp-mem",
        emulator(subject, "spm").what());
    assertEquals(
        "no answer",
        new EmulatorCheck(
                p -> {
                  throw new ProbeFailure("no answer");
                },
                emulators())
            .of(subject)
            .get(0)
            .what());
    Files.setPosixFilePermissions(qemu, PosixFilePermissions.fromString("rwxr-xrwx"));
    assertEquals(
        "the emulator /qemu-kvm is not asked, since others than "
            + PathTrust.under(root).who()
            + " may write to "
            + qemu,
        emulator(subject, "sp-mem").what());
  }

  private DocumentEmulator emulators() {
    return new DocumentEmulator(PathTrust.under(root));
  }

  private Finding emulator(Subject subject, String dialect) {
    EmulatorFacts facts = new EmulatorFacts("10.2.0", List.of(dialect));
    return new EmulatorCheck(p -> facts, emulators()).of(subject).get(0);
  }

  @Test
  void snippetIsACellThatTranslates() throws IOException {
    host.dax("dax0.0", "platform/hmem.0", "1075838976", "2", "device_dax");
    DaxDevice device = new DaxDevices(host.files()).all().get(0);
    String cell = CellSnippet.of(device);
    assertEquals(
        """
          <cell id='1' memory='1026' unit='MiB' spm='on'>
            <source><path>/dev/dax0.0</path><alignsize unit='MiB'>2</alignsize></source>
          </cell>
        """,
        cell);
    assertEquals(1, new PathCheck().of(subject("sp-mem", cell, "")).size());
  }
}
