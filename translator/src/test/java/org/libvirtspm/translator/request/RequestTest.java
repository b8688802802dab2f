package org.libvirtspm.translator.request;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.SpmTranslator;
import org.libvirtspm.translator.Translation;

/** Requests that stand outside the document. */
class RequestTest {

  private static final String DOMAIN =
      """
      <domain type="kvm">
        <name>ns_vm</name>
        <memory unit="b">2147483648</memory>
        <os firmware='efi'><type arch="x86_64" machine="q35">hvm</type></os>
        <features><acpi></acpi></features>
        <devices><emulator>/usr/bin/qemu-kvm</emulator></devices>
        <metadata><kubevirt xmlns="http://kubevirt.io"><uid>1</uid></kubevirt></metadata>
        <cpu mode="host-model"><topology sockets="1" cores="2" threads="1"></topology></cpu>
        <vcpu placement="static">2</vcpu>
      </domain>
      """;
  private static final String TWO =
      """
      <cell memory='16' unit='GiB'>
        <source><path>/dev/dax0.0</path></source>
      </cell>
      <cell memory='1' unit='GiB'/>
      """;

  private static Translation translate(String target, String domain, String cells) {
    String[] words = target.split(" ", -1);
    return SpmTranslator.forTarget(Dialect.named(words[0]), LibvirtVersion.parse(words[1]))
        .translate(domain.getBytes(UTF_8), cells);
  }

  private static Translation translate(String domain, String cells) {
    return translate("sp-mem 12.8", domain, cells);
  }

  private static List<Integer> ids(Translation done) {
    return done.cells().stream().map(SpmCell::id).toList();
  }

  private static Problem error(Translation refused) {
    assertTrue(refused.isRefused());
    return refused.problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .findFirst()
        .orElseThrow();
  }

  @Test
  void makesOneOrdinaryCellOfADomainWithout() {
    Translation done = translate(DOMAIN, TWO);
    assertTrue(
        done.xml().contains("<cell id='0' cpus='0-1' memory='2097152' unit='KiB'/>"), done.xml());
    assertEquals(List.of(1, 2), ids(done));
    String bare = DOMAIN.replaceAll("<cpu .*</cpu>|<vcpu .*</vcpu>", "");
    assertTrue(
        translate(bare, TWO).xml().contains("<cell id='0' cpus='0' memory='2097152' unit='KiB'/>"));
  }

  private static String withDevices(int count) {
    String device =
        """
        <hostdev mode='subsystem' type='pci' managed='yes'>
          <source><address domain='0' bus='%d' slot='0' function='0'/></source>
          <acpi nodeset='1'/>
        </hostdev>
        """;
    StringBuilder devices = new StringBuilder();
    IntStream.rangeClosed(1, count).forEach(i -> devices.append(device.formatted(i)));
    return DOMAIN.replace("</devices>", devices + "</devices>");
  }

  @Test
  void warnsOfWhatUndoingLost() {
    String done = translate("spm 12.8", withDevices(1), TWO).xml();
    String moved = done.replace("bus='1' slot='0'", "bus='2' slot='0'");
    Problem first = translate("spm 12.8", moved, TWO).problems().get(0);
    assertEquals(0, first.line());
    assertTrue(first.message().contains("0000:01:00.0 is gone"), first.message());
  }

  @Test
  void saysNoMoreThanOneTranslationMay() {
    String done = translate("spm 12.8", withDevices(120), TWO).xml();
    String moved = done.replace(" slot='0'", " slot='1'");
    List<Problem> warnings = translate("spm 12.8", moved, TWO).problems();
    assertEquals(101, warnings.size());
    assertEquals("too many problems to show: these are the first 100", warnings.get(100).message());
    Translation refused = translate("spm 12.8", moved, TWO + "<cell/>".repeat(120));
    assertEquals(101, refused.problems().size());
    assertEquals("too-many", refused.problems().get(100).code());
  }

  @Test
  void numbersCellsBehindThoseThereAre() {
    String three =
        DOMAIN.replace(
            "<topology",
            "<numa><cell cpus='0' memory='1' unit='GiB'/><cell id='1' cpus='1' memory='1'"
                + " unit='GiB'/></numa><topology");
    assertEquals(List.of(2, 3), ids(translate(three, TWO)));
    assertEquals(
        List.of(2, 3, 4), ids(translate(three, TWO + "<cell id='3' memory='1' unit='GiB'/>")));
  }

  @Test
  void refusesHalfOfASurrogatePair() {
    Problem error = error(translate(DOMAIN, TWO.replace("dax0", "dax\ud83d")));
    assertEquals("document", error.code());
    assertEquals(2, error.line());
  }

  @ParameterizedTest
  @CsvSource({"sp-mem 12.8", "sp-mem 11.3", "spm 12.8", "memmap-type 12.8", "spm 9.0"})
  void givesTheSameWhateverIsLeftOfAnEarlierTranslation(String target) {
    String once = translate(target, DOMAIN, TWO).xml();
    String again = translate(target, once, TWO).xml();
    assertEquals(normal(once), normal(again));
    String lost = once;
    for (String loss :
        List.of(
            "(?s)<spm:numa.*</spm:numa>",
            "(?s)\\s*<qemu:override>.*</qemu:override>",
            "<memory model='nvdimm'.*?</memory>",
            "<source>.*?</source>(?=<target)",
            // In the native form its cell tells as much.
            target.equals("sp-mem 12.8") ? "<alias name='ua-spm2'/>" : "$")) {
      lost = lost.replaceAll(loss, "");
      assertEquals(normal(once), normal(translate(target, lost, TWO).xml()), loss);
    }
  }

  /**
   * Apart from the way back, which leads to what the engine gave, and from the place of devices.
   */
  private static String normal(String xml) {
    return xml.replaceAll("(?s)\\s*<undo.*</undo>", "").replaceAll("\\s*\n\\s*", "\n");
  }

  @Test
  void leavesRoomThatWasThere() {
    String roomy = DOMAIN.replace("<cpu ", "<maxMemory slots='3' unit='GiB'>64</maxMemory><cpu ");
    String once = translate(roomy, TWO).xml();
    assertTrue(once.contains("<maxMemory slots='5' unit='GiB'>64</maxMemory>"), once);
    String lost = once.replaceAll("(?s)<spm:numa.*</spm:numa>", "");
    assertEquals(normal(once), normal(translate(lost, TWO).xml()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"dimm", "virtio-mem"})
  void keepsMemoryDevicesThatAreNotOurs(String model) {
    String theirs =
        "<memory model='%s'><target><size unit='GiB'>%d</size><node>1</node></target></memory>"
            + "</devices>";
    String cells =
        "<maxMemory slots='4' unit='GiB'>64</maxMemory><cpu><numa><cell id='0' cpus='0-1'"
            + " memory='2' unit='GiB'/><cell id='1' memory='0'/></numa>";
    String domain =
        DOMAIN
            .replaceFirst("<cpu[^>]*>", cells)
            .replace("</devices>", theirs.formatted(model, model.equals("dimm") ? 2 : 16));
    Translation done = translate(domain, TWO);
    assertEquals(List.of(2, 3), ids(done));
    assertTrue(done.xml().contains("<memory model='" + model + "'><target>"), done.xml());
    assertTrue(done.xml().contains("<maxMemory slots='6' unit='GiB'>64<"), done.xml());
  }

  @Test
  void keepsCellsWithoutMemoryThatAreNotOurs() {
    String initiators =
        DOMAIN.replace(
            "<topology",
            "<numa><cell id='0' cpus='0-1' memory='2' unit='GiB'/><cell id='1' memory='0'/>"
                + "<cell id='2' memory='0'/></numa><topology");
    String once = translate(initiators, TWO).xml();
    assertEquals(List.of(3, 4), ids(translate(initiators, TWO)));
    String lost =
        once.replaceAll("(?s)<spm:numa.*</spm:numa>|<memory model='nvdimm'.*?</memory>", "");
    assertEquals(normal(once), normal(translate(lost, TWO).xml()));
    String numbered = "<cell id='3' memory='1' unit='GiB'/>";
    lost = translate(initiators, numbered).xml().replaceAll("(?s)<spm:numa.*</spm:numa>", "");
    assertEquals(
        normal(translate(initiators, numbered).xml()), normal(translate(lost, numbered).xml()));
  }

  @Test
  void keepsArgumentsOfOthers() {
    String mine =
        DOMAIN
            .replace("type=", "xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0' type=")
            .replace(
                "</domain>",
                "<qemu:commandline><qemu:arg value='-name'/><qemu:arg value='x'/></qemu:commandline></domain>");
    String once = translate("spm 9.0", mine, TWO).xml();
    String lost = once.replaceAll("(?s)<spm:numa.*</spm:numa>", "");
    assertEquals(normal(once), normal(translate("spm 9.0", lost, TWO).xml()));
    String numa = mine.replace("'-name'", "'-numa'");
    assertTrue(error(translate(numa, TWO)).message().startsWith("argument '-numa'"));
  }

  @Test
  void refusesWhatTheEngineLostForGood() {
    String lost =
        DOMAIN
            .replace("type=", "xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0' type=")
            .replace(
                "</domain>",
                """
                <qemu:commandline><qemu:arg value='-object'/>
                <qemu:arg value='acpi-generic-initiator,id=spm-gi-ua-x,pci-dev=ua-x,node=1'/>
                </qemu:commandline></domain>""");
    Problem problem = error(translate("spm 9.0", lost, TWO));
    assertEquals(
        "argument 'acpi-generic-initiator,id=spm-gi-ua-x,pci-dev=ua-x,node=1"
            + "' stands for the <acpi nodeset> of a host device, which the engine has lost: use libvirt 12, where it stays",
        problem.message());
    assertEquals(0, problem.line());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "2|<cell memory='1' unit='GiB'/>~<cell memory='x'/>|memory 'x' is not a size",
        "2|<cell memory='1' unit='GiB'/>~<disk/>|unknown element <disk>",
        "1|<cell|the request is no list of <cell> elements: not well-formed XML",
        "1|</spm:numa></metadata><devices/><metadata><spm:numa>|the request is no list of",
        "2|<cell memory='1'>~~|the request is no list of",
        "1|' '|the request has no <cell>: write for example <cell memory='16' unit='GiB'/>",
        "1|<!-- <cell/> -->|the request has no <cell>",
        "2|~<cell id='1' memory='1' unit='GiB' spm='off'/>|spm='off'",
        "1|<cell id='7' memory='1' unit='GiB'/>|the ids of 2 cells run from 0 to 1",
      })
  void tellsTheLineOfTheRequest(int line, String cells, String wanted) {
    Problem problem = error(translate(DOMAIN, cells.replace('~', '\n')));
    assertTrue(problem.message().contains(wanted), problem.toString());
    assertEquals(line, problem.line(), problem.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "''|document",
        "<domain/>|neither <memory> nor <numa>",
        "<domain><memory>1</memory><vcpu>x</vcpu></domain>|<vcpu> 'x' is not a number of vCPUs",
        "<network/>|this is no libvirt domain",
      })
  void tellsThatTheDomainIsToBlame(String domain, String wanted) {
    Problem problem = error(translate(domain, TWO));
    assertTrue(problem.message().contains(wanted), problem.toString());
    assertEquals(0, problem.line());
  }

  @Test
  void warnsWithTheLineOfTheRequest() {
    List<Problem> warnings = translate(DOMAIN, TWO).problems();
    assertEquals(1, warnings.size(), warnings.toString());
    assertEquals(4, warnings.get(0).line());
    assertFalse(translate(DOMAIN, TWO).inStep());
  }
}
