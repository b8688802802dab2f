package org.libvirtspm.translator;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What becomes of a domain without {@code <numa>} whose translation somebody changes. */
class WithoutCellsTest {
  private static final String DOMAIN =
      """
      <domain type='kvm'>
        <name>any</name>
        <metadata>
          <spm:numa xmlns:spm='https://libvirt-spm.org/xmlns/domain/1.0'>
            <cell memory='4' unit='GiB'/>
          </spm:numa>
        </metadata>
        <memory unit='GiB'>8</memory>
        <vcpu>4</vcpu>
        <os firmware='efi'>
          <type arch='x86_64' machine='q35'>hvm</type>
        </os>
        <features>
          <acpi/>
        </features>
        <devices/>
      </domain>
      """;

  /** A translator for one form. */
  private record Form(String name, SpmTranslator translator) {
    static Form of(String name, String dialect, int libvirt) {
      return new Form(
          name,
          SpmTranslator.forTarget(
              Dialect.find(dialect).orElseThrow(), new LibvirtVersion(libvirt, 0, 0)));
    }

    /** The extended XML of the translation after a change, which has to be found in it. */
    private String changed(String from, String to) {
      String translated = translator.translate(DOMAIN).xml();
      assertTrue(translated.contains(from), translated);
      return translator.untranslate(translated.replace(from, to)).xml();
    }
  }

  static Stream<Form> all() {
    return Stream.concat(withBalloon(), Stream.of(Form.of("marked", "spm", 11)));
  }

  static Stream<Form> withBalloon() {
    return Stream.of(Form.of("native", "sp-mem", 12), Form.of("passthrough", "sp-mem", 11));
  }

  @ParameterizedTest
  @MethodSource("all")
  void memoryFollowsCellZero(Form form) {
    assertEquals(
        DOMAIN.replace("<memory unit='GiB'>8<", "<memory unit='KiB'>6291456<"),
        form.changed("memory='8388608' unit='KiB'", "memory='6' unit='GiB'"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aMemoryDeviceOfItsOwnCounts(Form form) {
    String device =
        """
            <memory model='virtio-pmem'>
              <target>
                <size unit='GiB'>1</size>
              </target>
            </memory>
        """;
    String translated = form.translator.translate(DOMAIN).xml();
    String more =
        translated.contains("<devices/>")
            ? translated.replace("<devices/>", "<devices>\n" + device + "  </devices>")
            : translated.replace("<devices>\n", "<devices>\n" + device);
    String back = form.translator.untranslate(more).xml();
    assertTrue(back.contains("<memory unit='KiB'>9437184<"), back);
    assertEquals(
        form.translator.translate(back).cells(), form.translator.translate(DOMAIN).cells());
  }

  @ParameterizedTest
  @MethodSource("all")
  void aCpuModelStays(Form form) {
    assertEquals(
        DOMAIN.replace("  <devices/>", "  <cpu mode='host-passthrough'/>\n  <devices/>"),
        form.changed("<cpu>", "<cpu mode='host-passthrough'>"));
  }

  @ParameterizedTest
  @MethodSource("withBalloon")
  void theBalloonsSizeStays(Form form) {
    assertEquals(
        DOMAIN.replace("  <vcpu>", "  <currentMemory unit='GiB'>6</currentMemory>\n  <vcpu>"),
        form.changed("<currentMemory unit='GiB'>8<", "<currentMemory unit='GiB'>6<"));
  }

  @ParameterizedTest
  @MethodSource("all")
  void aSecondDeclaredCellTakesTheNextNode(Form form) {
    String back =
        form.changed(
            "<cell id='1' memory='4' unit='GiB'/>",
            "<cell id='1' memory='4' unit='GiB'/><cell memory='2' unit='GiB'/>");
    assertEquals(
        Map.of(1, 4L << 20, 2, 2L << 20),
        form.translator.translate(back).cells().stream()
            .collect(Collectors.toMap(SpmCell::id, SpmCell::sizeKib)));
  }
}
