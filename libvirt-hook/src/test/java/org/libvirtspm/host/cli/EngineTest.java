package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeout;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.engine.EngineCheck;

/** What the verb does to a host's files, in a folder that stands for its root. */
class EngineTest {

  private static final Path SHIPPED = Path.of("../engines");

  /** The lines of OpenNebula's driver that matter. */
  private static final String DRIVER =
      """
      #!/bin/bash
      DEP_FILE=$1
      cat > $DEP_FILE

      # virsh ... create $DEP_FILE comes next
      DATA=`virsh --connect $LIBVIRT_URI create $DEP_FILE`
      virsh --connect $LIBVIRT_URI snapshot-create $ID $FILE --redefine""";

  @TempDir Path root;

  @BeforeEach
  void useTheFilesOfTheSources() {
    System.setProperty("virt-spm.engines", SHIPPED.toString());
  }

  @AfterEach
  void forgetThem() {
    System.clearProperty("virt-spm.engines");
  }

  private CommandRun engine(String... words) {
    String[] all = new String[words.length + 3];
    all[0] = "engine";
    System.arraycopy(words, 0, all, 1, words.length);
    all[words.length + 1] = "--root";
    all[words.length + 2] = root.toString();
    return CommandRun.of(all);
  }

  private Path folder(String path) throws IOException {
    return Files.createDirectories(root.resolve(path));
  }

  private String state(String engine) {
    for (JsonNode one :
        JsonAnswer.read(engine("list", "--format", "json").outText())
            .path("result")
            .path("engines")) {
      if (one.path("engine").asText().equals(engine)) {
        return one.path("state").asText();
      }
    }
    throw new AssertionError(engine);
  }

  private static void assertFine(String wanted, CommandRun run) {
    assertEquals(0, run.status(), run.err());
    assertTrue(run.outText().contains(wanted), run.outText());
  }

  private static void assertFails(int status, String wanted, CommandRun run) {
    assertEquals(status, run.status(), run.outText());
    assertTrue(run.err().contains(wanted), run.err());
    assertEquals("", run.outText());
  }

  @ParameterizedTest
  @CsvSource({
    "cloudstack,etc/cloudstack/agent,etc/cloudstack/agent/hooks/libvirt-vm-xml-transformer.groovy,rw-r--r--",
    "vdsm,usr/libexec/vdsm/hooks,usr/libexec/vdsm/hooks/before_vm_start/50_libvirt_spm,rwxr-xr-x",
  })
  void scriptComesAndGoes(String name, String home, String place, String mode) throws Exception {
    Path file = root.resolve(place);
    assertEquals("absent", state(name));
    assertFails(1, "is not on this host: there is no ", engine("enable", name));
    assertFine("does not call virt-spm: there is nothing of ours", engine("disable", name));
    folder(home);
    assertEquals("off", state(name));
    assertFine("calls virt-spm from now on: " + file, engine("enable", name));
    assertEquals(
        Files.readString(SHIPPED.resolve(name).resolve(file.getFileName())),
        Files.readString(file));
    assertEquals(mode, PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
    assertEquals("on", state(name));
    assertFine("calls virt-spm already", engine("enable", name));
    Files.writeString(file, Files.readString(file) + "\n# changed\n");
    assertEquals("other-version", state(name));
    assertFine("from now on", engine("enable", name));
    assertEquals("on", state(name));
    assertFine("any more", engine("disable", name));
    assertFalse(Files.exists(file));
    assertEquals("off", state(name));
  }

  @Test
  void scriptThatCannotBeExecutedIsNotOn() throws Exception {
    folder("usr/libexec/vdsm/hooks");
    assertFine("from now on", engine("enable", "vdsm"));
    Path file = root.resolve("usr/libexec/vdsm/hooks/before_vm_start/50_libvirt_spm");
    Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
    assertEquals("other-version", state("vdsm"));
    assertFine("from now on", engine("enable", "vdsm"));
    assertTrue(Files.isExecutable(file));
  }

  @Test
  void agentsOwnFolderIsTaken() throws Exception {
    Path agent = folder("etc/cloudstack/agent");
    Files.writeString(agent.resolve("agent.properties"), "a=b\nagent.hooks.basedir = /srv/hooks\n");
    assertFine("from now on", engine("enable", "cloudstack"));
    assertTrue(Files.exists(root.resolve("srv/hooks/libvirt-vm-xml-transformer.groovy")));
    Files.writeString(
        agent.resolve("agent.properties"),
        "agent.hooks.basedir=\nagent.hooks.libvirt_vm_xml_transformer.script=/site/spm.groovy\n");
    assertEquals("off", state("cloudstack"));
    assertFine("from now on", engine("enable", "cloudstack"));
    assertTrue(Files.exists(agent.resolve("hooks/site/spm.groovy")));
    assertEquals("on", state("cloudstack"));
    Files.writeString(agent.resolve("agent.properties"), "agent.hooks.basedir = \\uXYZ");
    assertFails(1, "agent.properties cannot be read", engine("enable", "cloudstack"));
  }

  @Test
  void filesOfOthersStay() throws Exception {
    Path agent = folder("etc/cloudstack/agent/hooks");
    Path groovy = agent.resolve("libvirt-vm-xml-transformer.groovy");
    Path vdsm = folder("usr/libexec/vdsm/hooks/before_vm_start").resolve("50_libvirt_spm");
    Files.writeString(groovy, "theirs");
    Files.createSymbolicLink(vdsm, Files.writeString(root.resolve("theirs"), "theirs"));
    Path deploy = folder("var/lib/one/remotes/vmm/kvm").resolve("deploy");
    Files.writeString(deploy, DRIVER.replace("create $DEP", "define $DEP"));
    String before = Files.readString(deploy);
    for (String name : List.of("cloudstack", "vdsm", "opennebula")) {
      assertEquals("foreign", state(name));
      assertFails(1, "is not ours to replace", engine("enable", name));
      assertFine("there is nothing of ours", engine("disable", name));
    }
    assertEquals("theirs", Files.readString(groovy));
    assertTrue(Files.isSymbolicLink(vdsm));
    assertEquals("theirs", Files.readString(vdsm));
    assertEquals(before, Files.readString(deploy));
  }

  @Test
  void driverGetsALineAndLosesIt() throws Exception {
    Path deploy = folder("var/lib/one/remotes/vmm/kvm").resolve("deploy");
    assertEquals("absent", state("opennebula"));
    Files.writeString(deploy, DRIVER);
    Files.setPosixFilePermissions(deploy, PosixFilePermissions.fromString("rwxr-xr-x"));
    assertFine("onehost sync --force", engine("enable", "opennebula"));
    String line = Files.readString(SHIPPED.resolve("opennebula/deploy-line")).strip();
    assertEquals(DRIVER.replace("DATA=", line + "\nDATA="), Files.readString(deploy));
    assertTrue(Files.isExecutable(deploy));
    assertEquals("on", state("opennebula"));
    Files.writeString(deploy, Files.readString(deploy).replace("timeout 60", "timeout 5"));
    assertEquals("other-version", state("opennebula"));
    assertFine("from now on", engine("enable", "opennebula"));
    assertEquals(DRIVER.replace("DATA=", line + "\nDATA="), Files.readString(deploy));
    assertFine("any more", engine("disable", "opennebula"));
    assertEquals(DRIVER, Files.readString(deploy));
  }

  @Test
  void doctorTellsOfTheEnginesThatAreThere() throws Exception {
    assertEquals(List.of(), EngineCheck.of(root, SHIPPED));
    folder("etc/cloudstack/agent");
    folder("usr/libexec/vdsm/hooks");
    Files.writeString(folder("var/lib/one/remotes/vmm/kvm").resolve("deploy"), "");
    assertFine("from now on", engine("enable", "vdsm"));
    assertEquals(
        List.of(Finding.Level.NOTE, Finding.Level.OK, Finding.Level.WARNING),
        EngineCheck.of(root, SHIPPED).stream().map(Finding::level).toList());
  }

  @Test
  void doctorLooksAtTheDriverOfAHost() throws Exception {
    Path copy = folder("var/tmp/one/vmm/kvm").resolve("deploy");
    Files.writeString(copy, DRIVER);
    assertEquals("absent", state("opennebula"));
    Finding off = onlyFinding();
    assertEquals(Finding.Level.WARNING, off.level());
    assertTrue(off.what().contains("this host does not call virt-spm: " + copy), off.what());
    Path deploy = folder("var/lib/one/remotes/vmm/kvm").resolve("deploy");
    Files.writeString(deploy, DRIVER);
    assertFine("onehost sync --force", engine("enable", "opennebula"));
    assertEquals(
        List.of(Finding.Level.OK, Finding.Level.WARNING),
        EngineCheck.of(root, SHIPPED).stream().map(Finding::level).toList());
    Files.copy(deploy, copy, StandardCopyOption.REPLACE_EXISTING);
    Files.delete(deploy);
    Files.delete(deploy.getParent());
    assertEquals(Finding.Level.OK, onlyFinding().level());
    Files.writeString(copy, Files.readString(copy).replace("timeout 60", "timeout 5"));
    assertTrue(onlyFinding().what().contains("a line of another version"));
    Files.writeString(copy, "virsh create ".repeat(80_000));
    assertTimeout(
        Duration.ofSeconds(10),
        () -> assertTrue(onlyFinding().what().contains("does not call virt-spm")));
    try (RandomAccessFile huge = new RandomAccessFile(copy.toFile(), "rw")) {
      huge.setLength(1L << 40);
    }
    assertTrue(onlyFinding().what().contains("does not call virt-spm"));
  }

  private Finding onlyFinding() throws IOException {
    List<Finding> findings = EngineCheck.of(root, SHIPPED);
    assertEquals(1, findings.size());
    return findings.get(0);
  }

  @Test
  void wrongWordsAreRefused() {
    assertFails(2, "say one of enable, disable and list", engine());
    assertFails(2, "'enabel' is none of enable, disable and list", engine("enabel"));
    assertFails(2, "name one engine: cloudstack, vdsm, opennebula", engine("enable"));
    assertFails(2, "there is no engine 'vdms'; did you mean 'vdsm'", engine("enable", "vdms"));
    assertFails(2, "list takes no engine", engine("list", "vdsm"));
  }
}
