package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.linear.Growth;

/** {@code show} takes time and memory in proportion to the document. */
class ShowGrowthTest {

  @Test
  void controllersAndDevices() throws Exception {
    assertLinear("text", 500, 2000, n -> domain("", controllers(n) + disks(n)));
  }

  @Test
  void devicesBelowOneLargeController() throws Exception {
    assertLinear(
        "text",
        2000,
        8000,
        n ->
            domain(
                "",
                "<controller type='pci' index='1'>"
                    + "<alias/>".repeat(n)
                    + "<target><node>1</node></target></controller>"
                    + disks(n)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"text", "json", "svg"})
  void cellsWithInterconnects(String format) throws Exception {
    assertLinear(format, 48, 96, n -> domain(cells(n) + interconnects(n), ""));
  }

  @Test
  void nodesBesideOneOfLongPath() {
    String path = "/" + "a".repeat(1 << 20);
    String cell = "<cell id='1' memory='1' unit='GiB' spm='on'>";
    String long1 = cells(64).replace(cell, cell + "<source><path>" + path + "</path></source>");
    CommandRun run = CommandRun.withInput(domain(long1, ""), "show", "-");
    assertEquals(0, run.status(), run.err());
    assertTrue(run.outText().contains(path));
    assertTrue(run.outText().length() < 4 * path.length(), "every row is padded to one path");
  }

  private static void assertLinear(String format, int few, int many, IntFunction<String> document)
      throws Exception {
    Growth.assertLinear(
        document.apply(few),
        document.apply(many),
        d -> {
          CommandRun run = CommandRun.withInput(d, "show", "--format", format, "-");
          assertEquals(0, run.status(), run.err());
        });
  }

  private static String domain(String cells, String devices) {
    return """
        <domain type='kvm'>
          <name>d</name>
          <memory unit='GiB'>512</memory>
          <vcpu>1</vcpu>
          <os firmware='efi'><type arch='x86_64' machine='q35'>hvm</type></os>
          <features><acpi/></features>
          <cpu><numa><cell id='0' cpus='0' memory='4' unit='GiB'/>%s</numa></cpu>
          <devices>%s</devices>
        </domain>
        """
        .formatted(cells, devices);
  }

  private static String controllers(int count) {
    return repeated(
        count,
        i ->
            "<controller type='pci' index='%d'><address type='pci' bus='%d'/></controller>"
                .formatted(i + 1, i));
  }

  private static String disks(int count) {
    return repeated(
        count, i -> "<disk><target dev='d%d'/><address type='pci' bus='1'/></disk>".formatted(i));
  }

  /** All but node 0. */
  private static String cells(int count) {
    return repeated(
        count - 1, i -> "<cell id='%d' memory='1' unit='GiB' spm='on'></cell>".formatted(i + 1));
  }

  private static String interconnects(int nodes) {
    String pairs =
        repeated(
            nodes * nodes,
            i ->
                "<latency initiator='%d' target='%d' type='access' value='10'/>"
                    .formatted(i / nodes, i % nodes));
    return "<interconnects>"
        + pairs
        + pairs.replace("latency", "bandwidth").replace("value='10'", "value='1024'")
        + "</interconnects>";
  }

  private static String repeated(int count, IntFunction<String> piece) {
    return IntStream.range(0, count).mapToObj(piece).collect(Collectors.joining());
  }
}
