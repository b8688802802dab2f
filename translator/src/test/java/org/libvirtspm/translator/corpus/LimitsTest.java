package org.libvirtspm.translator.corpus;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.golden.GoldenTarget;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.SourceText;

/** The limits of depth and size, which documents reach and do not pass. */
class LimitsTest {
  private static byte[] sized(int size) {
    String head = "<domain type='kvm'><description>";
    String tail = "</description></domain>";
    return (head + "x".repeat(size - head.length() - tail.length()) + tail).getBytes(UTF_8);
  }

  @Test
  void theLargestDocumentPasses() {
    passes(sized(SourceText.MAX_BYTES));
  }

  @Test
  void aLargerDocumentIsRefused() {
    refused(
        sized(SourceText.MAX_BYTES + 1),
        "d.xml:1:1: error: the document has 16777217 bytes, more than the limit of 16 MiB");
  }

  @Test
  void theDeepestDocumentPasses() {
    passes(nested(DocumentReader.MAX_DEPTH));
  }

  @Test
  void aDeeperDocumentIsRefused() {
    refused(
        nested(DocumentReader.MAX_DEPTH + 1),
        "d.xml:2:766: error: elements are nested deeper than the limit of 256");
  }

  @Test
  void anElementOfTooManyAttributesIsRefused() {
    StringBuilder attributes = new StringBuilder();
    for (int i = 0; i <= 1000; i++) {
      attributes.append(" a").append(i).append("=''");
    }
    refused(
        ("<domain" + attributes + "/>").getBytes(UTF_8),
        "d.xml:1:1: error: not well-formed XML: Attribute limit (1000) exceeded");
  }

  @Test
  void tooManyNamespacesAtOnceAreRefused() {
    StringBuilder elements = new StringBuilder("<domain>");
    for (int i = 0; i <= 256; i += 128) {
      elements.append("\n<a");
      for (int k = 0; k < 128; k++) {
        elements.append(" xmlns:a").append(k).append("='u'");
      }
      elements.append('>');
    }
    refused(
        elements.toString().getBytes(UTF_8),
        "d.xml:4:1: error: more than 256 namespaces are declared here");
  }

  @Test
  void aLongNamespaceIsRefused() {
    refused(
        ("<domain>\n<a xmlns:x='" + "u".repeat(256) + "'/></domain>").getBytes(UTF_8),
        "d.xml:2:1: error: a namespace of 257 characters, more than the limit of 256");
  }

  @Test
  void theLongestNamespacePasses() {
    passes(("<domain xmlns:x='" + "u".repeat(255) + "'/>").getBytes(UTF_8));
  }

  @Test
  void theFirstCellTooManyIsRefused() {
    byte[] document =
        ("<domain type='kvm'><cpu><numa>"
                + "<cell memory='1'/>\n".repeat(129)
                + "<cell spm='on' id='127' memory='1'/></numa></cpu></domain>")
            .getBytes(UTF_8);
    assertEquals(
        "d.xml:129:1: error: this is cell 128: QEMU has nodes 0 to 127",
        Translator.validate(document).problems().get(0).format("d.xml"));
  }

  @Test
  void aRecordThatTakesTooLongIsRefused() {
    StringBuilder latencies = new StringBuilder();
    StringBuilder entries = new StringBuilder();
    for (int i = 0; i < 400; i++) {
      latencies.append("<latency value='").append(i).append("'/>");
      entries
          .append("<added to='cpu/numa/interconnects'><latency value='x")
          .append(i)
          .append("'/></added>");
    }
    byte[] document =
        ("<domain><metadata>\n<spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'"
                + " dialect='spm' form='passthrough' declared='cell'><undo>\n"
                + entries
                + "</undo></spm:numa></metadata><cpu><numa><interconnects>"
                + latencies
                + "</interconnects></numa></cpu></domain>")
            .getBytes(UTF_8);
    List<Problem> problems = Translator.untranslate(document).problems();
    assertEquals(
        List.of("<undo> adds too much that has changed since: restore the metadata"),
        problems.stream().map(Problem::message).toList());
  }

  @Test
  void aTranslationThatWouldBeTooLargeIsRefused() {
    String head =
        "<domain type='kvm'><memory>8388608</memory><cpu><numa>"
            + "<cell id='0' memory='4194304'/><cell id='1' memory='4194304' spm='on'/>"
            + "</numa></cpu><description>";
    String tail = "</description></domain>";
    String text = "x".repeat(SourceText.MAX_BYTES - head.length() - tail.length());
    byte[] document = (head + text + tail).getBytes(UTF_8);
    for (GoldenTarget target : GoldenTarget.ALL) {
      String message = target.translate(document).problems().get(0).format("d.xml");
      assertEquals(
          "d.xml:1:1: error: the translation: it would be larger than the limit of 16 MiB",
          message);
    }
  }

  @Test
  void whatWouldBeWrittenTooOftenIsRefused() {
    StringBuilder cells = new StringBuilder("<cell id='0' memory='4194304' memAccess='shared'/>");
    for (int i = 1; i < 128; i++) {
      cells.append("<cell id='" + i + "' memory='4194304' spm='on'/>");
    }
    String document =
        "<domain type='kvm'>%s<os firmware='efi'/><features><acpi/></features><cpu><numa>"
            + cells
            + "</numa></cpu><devices>%s</devices></domain>";
    String much = "1".repeat(1 << 22);
    String backing = "<memoryBacking><access mode='%s'/><allocation threads='%s'/></memoryBacking>";
    String device =
        "<hostdev type='pci'><alias name='ua-" + much + "'/><acpi nodeset='1-127'/></hostdev>";
    List<String> documents =
        List.of(
            document.formatted(backing.formatted("shared", much), ""),
            document.formatted(backing.formatted(much, "1"), ""),
            document.formatted("", device),
            document
                .formatted("\n" + " ".repeat(600) + "<vcpu>2</vcpu>", "")
                .replace("<cell id='1' memory='4194304' spm='on'/>", commented()));
    for (String d : documents) {
      List<Problem> problems =
          GoldenTarget.ALL.stream()
              .flatMap(t -> t.translate(d.getBytes(UTF_8)).problems().stream())
              .filter(p -> p.code().equals("size"))
              .toList();
      assertEquals(
          "the translation: it would be larger than the limit of 16 MiB",
          problems.get(0).message());
    }
  }

  private static String commented() {
    return "<cell id='1' memory='4194304' spm='on'>" + "\n<!---->".repeat(1 << 17) + "</cell>";
  }

  @Test
  void hostDevicesOnTooManyNodesAreRefused() {
    String device = "<hostdev><acpi nodeset='1'/></hostdev>\n";
    byte[] document =
        ("<domain type='kvm'><os firmware='efi'/><features><acpi/></features><cpu><numa>"
                + "<cell id='0' memory='4194304'/><cell id='1' memory='4194304' spm='on'/>"
                + "</numa></cpu><devices>"
                + device.repeat(16_385)
                + "</devices></domain>")
            .getBytes(UTF_8);
    assertEquals(
        List.of(
            "d.xml:16385:16: error: host devices are on SPM nodes more than 16384 times: give each the nodes it is near to"),
        GoldenTarget.ALL.get(0).translate(document).problems().stream()
            .map(p -> p.format("d.xml"))
            .toList());
  }

  @Test
  void aRecordThatWouldMakeTooMuchIsRefused() {
    String cell =
        "<cell id='1' memory='1' spm='on'><!--"
            + "x".repeat(SourceText.MAX_BYTES / 2)
            + "--></cell>";
    String document =
        "<domain><metadata>\n<spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'"
            + " dialect='spm' form='passthrough' declared='metadata'>"
            + cell
            + "<undo><removed from='cpu/numa' at='0' cell='1'/></undo></spm:numa></metadata>"
            + "<cpu><numa></numa></cpu></domain>";
    String message = Translator.untranslate(document.getBytes(UTF_8)).problems().get(0).message();
    assertTrue(
        message.matches(
            "the <undo> record cannot be carried out: restore the metadata \\(it would be larger than the limit of 16 MiB\\)"),
        message);
  }

  private static byte[] nested(int depth) {
    return ("<domain>\n" + "<a>".repeat(depth - 1) + "</a>".repeat(depth - 1) + "</domain>\n")
        .getBytes(UTF_8);
  }

  private static void passes(byte[] document) {
    assertEquals(List.of(), Translator.validate(document).problems());
    assertArrayEquals(document, Translator.untranslate(document).document().orElseThrow());
    for (GoldenTarget target : GoldenTarget.ALL) {
      assertArrayEquals(document, target.translate(document).document().orElseThrow());
    }
  }

  private static void refused(byte[] document, String message) {
    List<Problem> problems = Translator.validate(document).problems();
    assertEquals(List.of(message), problems.stream().map(p -> p.format("d.xml")).toList());
    assertEquals(problems, Translator.untranslate(document).problems());
    for (GoldenTarget target : GoldenTarget.ALL) {
      assertEquals(problems, target.translate(document).problems());
    }
  }
}
