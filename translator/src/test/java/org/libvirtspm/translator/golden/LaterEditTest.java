package org.libvirtspm.translator.golden;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.DynamicTest.dynamicTest;

import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.oracle.LibvirtDump;

/** Users change a translated document: the way back gives the input with the same change. */
class LaterEditTest {
  private static final String HOSTDEV =
      "<hostdev mode='subsystem' type='pci' managed='yes'><source>"
          + "<address domain='0' bus='16' slot='0' function='0'/></source></hostdev>";

  /**
   * One change, of the document and of its translation.
   *
   * @param golden the document
   */
  private record Edit(String name, String golden, UnaryOperator<String> change) {

    /** Where another device is left, it may be the same with another address. */
    List<String> warnings(GoldenTarget target) {
      boolean mayBeOther =
          name.equals("the host device of the node is removed") && !target.name().equals("native");
      return mayBeOther
          ? List.of(
              "devices/hostdev:0000:c2:00.0 is gone since the translation, and its <acpi nodeset>"
                  + " with it: give a device with another address its nodeset again")
          : List.of();
    }

    /** The record of a document in step keeps what its author's own attribute was. */
    String withoutKept(String translated) {
      return golden.equals("memory-dump-core")
          ? translated.replaceFirst("<memory [^>]*>(?=8388608<)", "")
          : translated;
    }
  }

  private static final List<Edit> EDITS =
      List.of(
          new Edit(
              "larger pages are put in front",
              "hugepages-for-both",
              s -> s.replace("<hugepages>", "<hugepages><page size='1' unit='G' nodeset='0'/>")),
          new Edit(
              "a host device is put in front",
              "acpi-nodeset-of-second-device",
              s -> s.replaceFirst("<hostdev ", HOSTDEV + "<hostdev ")),
          new Edit(
              "one is put before a device of both",
              "acpi-nodeset-of-both",
              s -> s.replaceFirst("<hostdev ", HOSTDEV + "<hostdev ")),
          new Edit(
              "the same one is put behind",
              "acpi-nodeset-of-second-device",
              s -> s.replace("</devices>", HOSTDEV.replace("16", "0xc2") + "</devices>")),
          new Edit(
              "the first host device is removed",
              "acpi-nodeset-of-second-device",
              s -> s.replaceFirst("(?s)<hostdev .*?</hostdev>\\s*", "")),
          new Edit(
              "the host device of the node is removed",
              "acpi-nodeset-of-second-device",
              s -> s.replaceFirst("(?s)(</hostdev>)\\s*<hostdev .*?</hostdev>", "$1")),
          new Edit(
              "the host device of both is removed",
              "acpi-nodeset-of-both",
              s -> s.replaceFirst("(?s)<hostdev .*?</hostdev>\\s*", "")),
          new Edit(
              "a mediated device is put in front",
              "acpi-nodeset-of-mdev",
              s -> s.replaceFirst("<hostdev ", HOSTDEV + "<hostdev ")),
          new Edit(
              "what a core dump has is changed",
              "memory-dump-core",
              s -> s.replaceFirst("(\\n  <memory [^>]*dumpCore=)'off'", "$1'on'")),
          new Edit(
              "it is no longer said",
              "memory-dump-core",
              s -> s.replaceFirst("(\\n  <memory[^>]*) dumpCore='off'", "$1")),
          new Edit("the bus is removed", "expander-bus", LaterEditTest::withoutBus),
          new Edit(
              "the bus with an alias is removed",
              "expander-bus-with-alias",
              LaterEditTest::withoutBus),
          new Edit(
              "the index of a bus with an alias is changed",
              "expander-bus-with-alias",
              s -> s.replace("index='1'", "index='3'")));

  private static String withoutBus(String s) {
    return s.replaceFirst("(?s)\\s*<controller [^>]*expander-bus.*?</controller>", "");
  }

  @TestFactory
  Stream<DynamicTest> everyEdit() {
    return EDITS.stream()
        .flatMap(
            e ->
                GoldenTarget.ALL.stream()
                    .map(t -> dynamicTest(e.name() + ", " + t.name(), () -> check(e, t))));
  }

  /** It is not QEMU's, and says nothing to libvirt. */
  @Test
  void propertyOfNoNamespaceStays() {
    String property = "<property name='numa_node' value='5'/>";
    for (GoldenTarget target : GoldenTarget.ALL) {
      String translated = target.translate(golden("override-of-the-same-bus")).xml();
      String edited = translated.replaceFirst("name='bus_nr'[^>]*/>", "$0" + property);
      Translation back = Translator.untranslate(edited.getBytes(UTF_8));
      assertTrue(back.xml().contains(property), target.name());
    }
  }

  /** Libvirt says the size where no cell is special. */
  @Test
  void sizeStaysInADomainWithoutSpmCells() {
    String size = "<qemu:arg value='-m'/><qemu:arg value='size=9000M'/>";
    for (GoldenTarget target : GoldenTarget.ALL) {
      String translated = target.translate(golden("spm-off")).xml();
      String edited =
          translated.replace(
              "</domain>",
              "<qemu:commandline xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>"
                  + size
                  + "</qemu:commandline></domain>");
      Translation back = Translator.untranslate(edited.getBytes(UTF_8));
      assertTrue(back.xml().contains(size), target.name());
    }
  }

  @Test
  void prefixThatIsUsedSinceStaysDeclared() {
    for (String use : List.of("<a><qemu:x/></a>", "<a><b qemu:x='1'/></a>")) {
      String translated = GoldenTarget.ALL.get(0).translate(golden("hugepages-each-its-own")).xml();
      String edited = translated.replace("</features>", use + "</features>");
      Translation back = Translator.untranslate(edited.getBytes(UTF_8));
      assertEquals(List.of(), messages(back));
      assertTrue(back.xml().contains(use) && back.xml().contains("xmlns:qemu="), back.xml());
    }
  }

  /** The balloon of model none is the translation's; a name that its user gave it is not. */
  @Test
  void aliasOfTheBalloonIsNotLost() {
    String refusal =
        "'alias' was added to <memballoon>, which a translation made and takes out again: put it"
            + " elsewhere";
    String translated = GoldenTarget.ALL.get(0).translate(golden("hugepages-each-its-own")).xml();
    String ours = "<memballoon model='none'/>";
    assertTrue(translated.indexOf(ours) < translated.lastIndexOf(ours), translated);
    String edited =
        translated.replaceAll(
            ours + "(?=\\s*</devices>)",
            "<memballoon model='none'><alias name='ua-mine'/></memballoon>");
    assertEquals(List.of(refusal), messages(Translator.untranslate(edited.getBytes(UTF_8))));
    String libvirts = edited.replace("ua-mine", "balloon0");
    assertEquals(List.of(), messages(Translator.untranslate(libvirts.getBytes(UTF_8))));
  }

  private static void check(Edit edit, GoldenTarget target) {
    byte[] input = golden(edit.golden());
    byte[] translated = target.translate(input).document().orElseThrow();
    String edited = dump(changed(edit, input));
    for (byte[] before : List.of(translated, LibvirtDump.of(translated))) {
      byte[] after = changed(edit, before);
      Translation back = Translator.untranslate(after);
      assertEquals(edit.warnings(target), messages(back));
      assertEquals(edit.warnings(target), messages(Translator.validate(after)));
      assertTrue(messages(target.translate(after)).containsAll(edit.warnings(target)));
      assertEquals(edited, dump(back.document().orElseThrow()));
    }
    for (GoldenTarget other : GoldenTarget.ALL) {
      assertEquals(
          edit.withoutKept(dump(other.translate(changed(edit, input)).document().orElseThrow())),
          edit.withoutKept(
              dump(other.translate(changed(edit, translated)).document().orElseThrow())));
    }
  }

  private static List<String> messages(Translation result) {
    return result.problems().stream().map(Problem::message).toList();
  }

  /** As libvirt writes it, apart from the slots that it fills in. */
  private static String dump(byte[] document) {
    return new String(LibvirtDump.of(document), UTF_8)
        .replaceAll("\\s*<address slot='[0-9]+' type='pci'/>", "");
  }

  private static byte[] changed(Edit edit, byte[] document) {
    String text = new String(document, UTF_8);
    String changed = edit.change().apply(text);
    assertNotEquals(text, changed);
    return changed.getBytes(UTF_8);
  }

  private static byte[] golden(String name) {
    List<GoldenCase> found = GoldenCase.all().stream().filter(c -> c.name().equals(name)).toList();
    assertTrue(found.size() == 1, name);
    return found.get(0).document();
  }
}
