package org.libvirtspm.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/**
 * What libvirt makes of an element that its schema allows once and a document has twice. With SPM
 * each is refused.
 */
class RepeatedElementsTest {

  /** Which of the two it reads, or that it refuses the document. */
  private enum Reading {
    FIRST,
    SECOND,
    BOTH,
    REFUSED
  }

  /**
   * Two of an element.
   *
   * @param marks what tells in libvirt's XML that it has read the first, and the second; of a
   *     refusal what libvirt says
   */
  private record Pair(String first, String second, List<String> marks, Reading reading) {

    String document(String more) {
      String both = first + second;
      return "<domain type='qemu' xmlns:qemu='http://libvirt.org/schemas/domain/qemu/1.0'>"
          + "<name>repeated</name>"
          + more
          + both
          + unless(both, "memory ", "<memory unit='MiB'>512</memory>")
          + unless(both, "vcpu", "<vcpu>2</vcpu>")
          + unless(both, "os", "<os><type arch='x86_64' machine='q35'>hvm</type></os>")
          + "</domain>";
    }

    private static String unless(String both, String name, String element) {
      return both.startsWith("<" + name) ? "" : element;
    }
  }

  private static final Map<String, Pair> TABLE = new LinkedHashMap<>();

  static {
    first(
        "<memory unit='MiB'>512</memory>",
        "<memory unit='MiB'>768</memory>",
        ">524288<",
        ">786432<");
    first(
        "<currentMemory unit='MiB'>256</currentMemory>",
        "<currentMemory unit='MiB'>128</currentMemory>",
        ">262144<",
        ">131072<");
    first("<vcpu>1</vcpu>", "<vcpu>3</vcpu>", ">1</vcpu>", ">3</vcpu>");
    first(
        "<metadata><a:a xmlns:a='urn:a'/></metadata>",
        "<metadata><b:b xmlns:b='urn:b'/></metadata>",
        "<a:a",
        "<b:b");
    both(
        "<memtune><soft_limit unit='MiB'>1024</soft_limit></memtune>",
        "<memtune><hard_limit unit='MiB'>2048</hard_limit></memtune>",
        "<soft_limit",
        "<hard_limit");
    both(
        "<memoryBacking><nosharepages/></memoryBacking>",
        "<memoryBacking><discard/></memoryBacking>",
        "<nosharepages",
        "<discard");
    add(
        "<numatune><memory mode='strict' nodeset='0'/></numatune>",
        "<numatune><memory mode='preferred' nodeset='0'/></numatune>",
        "only one numatune is supported",
        "",
        Reading.REFUSED);
    both(
        "<os><type arch='x86_64' machine='q35'>hvm</type></os>",
        "<os><kernel>/k</kernel></os>",
        "q35",
        "<kernel>");
    both("<features><acpi/></features>", "<features><apic/></features>", "<acpi/>", "<apic/>");
    both(
        "<cpu><numa><cell id='0' memory='512' unit='MiB'/></numa></cpu>",
        "<cpu><numa><cell id='1' memory='256' unit='MiB'/></numa></cpu>",
        "<cell id='0'",
        "<cell id='1'");
    first(
        "<cpu><numa><cell id='0' memory='512' unit='MiB'/></numa>",
        "<numa><cell id='0' memory='256' unit='MiB'/></numa></cpu>",
        "memory='524288'",
        "memory='262144'");
    both(
        "<devices><serial type='null'/></devices>",
        "<devices><controller type='usb' model='none'/></devices>",
        "<serial",
        "model='none'");
    add(
        "<devices><memballoon model='none'/>",
        "<memballoon model='virtio'/></devices>",
        "only a single memory balloon device is supported",
        "",
        Reading.REFUSED);
    both(
        "<qemu:commandline><qemu:arg value='-S'/></qemu:commandline>",
        "<qemu:commandline><qemu:arg value='-no-user-config'/></qemu:commandline>",
        "'-S'",
        "'-no-user-config'");
  }

  /** Of each of these libvirt reads the first, and so do we. */
  private static final String ALIKE =
      "<domain type='qemu'><name>alike</name><name>other</name>"
          + "<memory unit='MiB'>512</memory><vcpu>1</vcpu>"
          + "<os><type arch='x86_64' machine='q35'>hvm</type>"
          + "<type arch='x86_64' machine='pc'>hvm</type></os>"
          + "<devices><emulator>/usr/bin/qemu-system-x86_64</emulator>"
          + "<emulator>/usr/bin/qemu-system-i386</emulator></devices></domain>";

  private static void first(String first, String second, String mark, String other) {
    add(first, second, mark, other, Reading.FIRST);
  }

  private static void both(String first, String second, String mark, String other) {
    add(first, second, mark, other, Reading.BOTH);
  }

  private static void add(String first, String second, String mark, String other, Reading reading) {
    TABLE.put("r" + TABLE.size(), new Pair(first, second, List.of(mark, other), reading));
  }

  @ParameterizedTest
  @ValueSource(strings = {"forky", "trixie"})
  void libvirtReadsAsTheTableSays(String suite) throws Exception {
    Map<String, byte[]> documents = new LinkedHashMap<>();
    TABLE.forEach(
        (name, pair) ->
            documents.put(
                name,
                pair.document("")
                    .replace("<name>repeated", "<name>" + name)
                    .getBytes(StandardCharsets.UTF_8)));
    Map<String, Oracle.Answer> answers = Oracles.of(suite).dumpxml(documents, false);
    TABLE.forEach(
        (name, pair) ->
            assertEquals(pair.reading(), reading(pair, answers.get(name)), pair.first()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"forky", "trixie"})
  void firstIsWhatWeReadToo(String suite) throws Exception {
    byte[] document = ALIKE.getBytes(StandardCharsets.UTF_8);
    DomainDocument ours = DomainDocument.read(document).orElseThrow();
    String theirs =
        Oracles.of(suite).dumpxml(Map.of("alike", document), false).get("alike").output();
    assertTrue(theirs.contains("<name>" + ours.name() + "</name>"), theirs);
    assertTrue(theirs.contains("machine='pc-" + ours.machine().orElseThrow()), theirs);
    assertTrue(theirs.contains(">" + ours.emulator().orElseThrow() + "</emulator>"), theirs);
  }

  private static Reading reading(Pair pair, Oracle.Answer answer) {
    if (answer.refused()) {
      assertTrue(answer.error().contains(pair.marks().get(0)), answer.error());
      return Reading.REFUSED;
    }
    boolean first = answer.output().contains(pair.marks().get(0));
    boolean second = answer.output().contains(pair.marks().get(1));
    assertTrue(first || second, () -> pair.first() + " is in no part of " + answer.output());
    return first && second ? Reading.BOTH : first ? Reading.FIRST : Reading.SECOND;
  }

  @Test
  void withSpmEachIsRefused() {
    String declaration =
        "<metadata><spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'>"
            + "<cell memory='256' unit='MiB'/></spm:numa></metadata>";
    TABLE.forEach(
        (name, pair) -> {
          Translation answer =
              Translator.validate(pair.document(declaration).getBytes(StandardCharsets.UTF_8));
          assertTrue(
              answer.isRefused()
                  && answer.problems().stream().anyMatch(p -> p.message().startsWith("a second <")),
              pair.first() + answer.problems());
        });
  }
}
