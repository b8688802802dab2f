package org.libvirtspm.engines.cloudstack;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

@Isolated("a process started meanwhile may hold a program open that was just written")
class TransformerTest {

  private static final Path JDK = Path.of(System.getProperty("java.home"));
  private static final Path VIRT_SPM = Path.of("../../virt-spm").toAbsolutePath().normalize();

  @TempDir Path folder;

  static List<Path> jdks() {
    return AgentRun.jdks();
  }

  /** The VM's description has letters that the agent's default encoding lacks. */
  @ParameterizedTest
  @MethodSource("jdks")
  void declarationIsTranslated(Path jdk) throws Exception {
    Path program = program("exec " + VIRT_SPM + " \"$@\" --libvirt 12.8 --dialect sp-mem");
    AgentRun run = AgentRun.of(jdk, program, vm(), folder);
    assertTrue(run.answer().contains("<qemu:property name='driver' type='string' value='sp-mem'"));
    assertTrue(run.answer().contains("<description>Größe ≤ 16 GiB</description>"), run.answer());
    assertEquals("", run.log());
  }

  /** As agent.hooks.libvirt_vm_xml_transformer.method has it. */
  @ParameterizedTest
  @MethodSource("jdks")
  void methodOfAnyNameIsTheSame(Path jdk) throws Exception {
    AgentRun run = AgentRun.of(jdk, folder.resolve("absent"), vm(), folder, 60, "change");
    assertTrue(run.answer().startsWith("<domain type='libvirt-spm refuses: "), run.answer());
  }

  /** The agent writes the guest's CPU and devices, and an offering's text behind them. */
  @ParameterizedTest
  @CsvSource({"cpu", "devices"})
  void secondElementIsRefusedWhereSpmIsAskedFor(String name) throws Exception {
    Path program = program("exec " + VIRT_SPM + " \"$@\" --libvirt 12.8 --dialect sp-mem");
    AgentRun run = AgentRun.of(JDK, program, with(name, vm()), folder);
    String wanted = "a second &lt;" + name + "> in &lt;domain>: libvirt reads both as one";
    assertTrue(run.answer().replace("&gt;", ">").contains(wanted), run.answer());
  }

  /** With {@code extraconfig-dpdk-numa} and a vhost-user interface, as CloudStack makes them. */
  @Test
  void secondElementsStayWhereNoSpmIsAskedFor() throws Exception {
    Path program = program("exec " + VIRT_SPM + " \"$@\" --libvirt 12.8 --dialect sp-mem");
    String plain = with("devices", with("cpu", vm().replaceAll("(?s)<metadata>.*</metadata>", "")));
    AgentRun run = AgentRun.of(JDK, program, plain, folder);
    assertEquals(plain, run.answer());
  }

  private static String with(String name, String vm) {
    String element =
        name.equals("cpu")
            ? "<cpu mode='host-model'></cpu>\n"
            : "<devices>\n<interface type='vhostuser'>\n<source type='unix' path='/run/vhost' mode='server'/>\n</interface>\n</devices>\n";
    return vm.replace("</domain>", element + "</domain>");
  }

  @Test
  void refusedDeclarationIsLibvirtsToRefuse() throws Exception {
    Path program = program("exec " + VIRT_SPM + " \"$@\" --libvirt 12.8 --dialect sp-mem");
    String wrong = vm().replace("memory='1' unit='GiB'", "memory='much'");
    AgentRun run = AgentRun.of(JDK, program, wrong, folder);
    assertTrue(run.answer().startsWith("<domain type='libvirt-spm refuses: "), run.answer());
    assertTrue(run.answer().contains("much"), run.answer());
    assertTrue(run.log().contains("much"), run.log());
  }

  @Test
  void vmWithoutSpmIsNotFiltered() throws Exception {
    String plain =
        vm().replaceAll("(?s)<metadata>.*</metadata>", "").replaceAll("<numa>.*?</numa>", "");
    AgentRun run = AgentRun.of(JDK, folder.resolve("absent"), plain, folder);
    assertEquals(plain, run.answer());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "cat; exit 1 | ended with status 1: it printed no document",
        "cat; exit 2 | ended with status 2",
        "echo 'virt-spm: error: no <Java>' >&2; exit 1 | ended with status 1: virt-spm: error: no &lt;Java>",
        "echo garbage | ended with status 0: it printed no document",
        "cat; kill -9 $$ | ended with status 137",
      })
  void everyFailureIsARefusal(String shell, String reason) throws Exception {
    AgentRun run = AgentRun.of(JDK, program(shell), vm(), folder);
    assertTrue(run.answer().startsWith("<domain type='libvirt-spm refuses: "), run.answer());
    assertTrue(run.answer().contains(reason), run.answer());
  }

  @Test
  void programThatHangsIsARefusal() throws Exception {
    AgentRun run = AgentRun.of(JDK, program("cat; sleep 600"), vm(), folder, 1, "transform");
    assertTrue(run.answer().contains(" did not end within 1 seconds'>"), run.answer());
  }

  @Test
  void absentProgramIsARefusal() throws Exception {
    AgentRun run = AgentRun.of(JDK, folder.resolve("absent"), vm(), folder);
    assertTrue(
        run.answer().startsWith("<domain type='libvirt-spm refuses: virt-spm could not be run"),
        run.answer());
  }

  private static String vm() throws IOException {
    return Files.readString(Path.of("src/test/resources/vm.xml"));
  }

  private Path program(String shell) throws IOException {
    Path script = Files.writeString(folder.resolve("virt-spm"), "#!/bin/sh\n" + shell + "\n");
    return Files.setPosixFilePermissions(script, PosixFilePermissions.fromString("rwx------"));
  }
}
