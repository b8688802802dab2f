package org.libvirtspm.translator;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** What users of the library see. */
class SpmTranslatorTest {
  private static final LibvirtVersion LIBVIRT = LibvirtVersion.parse("12.8.0");
  private static final SpmTranslator TRANSLATOR =
      SpmTranslator.forTarget(Dialect.named("sp-mem"), LIBVIRT);

  private static String domain(String cell) {
    return """
        <domain type='kvm'>
          <name>hpc</name>
          <memory unit='GiB'>20</memory>
          <vcpu>4</vcpu>
          <os><type arch='x86_64' machine='q35'>hvm</type></os>
          <cpu mode='host-passthrough'>
            <numa>
              <cell id='0' cpus='0-3' memory='4' unit='GiB'/>
              %s
            </numa>
          </cpu>
        </domain>
        """
        .formatted(cell);
  }

  private static final String SPM =
      domain(
          "<cell id='1' memory='16' unit='GiB' spm='on'>"
              + "<source><path>/dev/dax0.0</path></source></cell>");

  @Test
  void answersEverythingAtOnce() {
    Translation done = TRANSLATOR.translate(SPM);
    SpmCell cell =
        new SpmCell(
            1,
            16 << 20,
            Optional.of("/dev/dax0.0"),
            OptionalLong.of(1 << 20),
            OptionalLong.empty(),
            List.of());
    assertEquals(List.of(cell), done.cells());
    assertEquals(16L << 30, done.cells().get(0).sizeBytes());
    assertEquals(Optional.of(new Target(Dialect.named("sp-mem"), LIBVIRT)), done.target());
    assertFalse(done.inStep());
    assertTrue(done.xml().contains("dialect='sp-mem' form='native'"), done.xml());
    assertArrayEquals(done.xml().getBytes(UTF_8), done.document().orElseThrow());
    assertEquals(SPM, TRANSLATOR.untranslate(done.xml()).xml());
    assertEquals(done.cells(), TRANSLATOR.untranslate(done.xml()).cells());
    assertTrue(TRANSLATOR.translate(done.xml()).inStep());
    assertEquals(done.cells(), TRANSLATOR.translate(done.xml()).cells());
  }

  @Test
  void keepsSlotsThatWereAddedLater() {
    String made = "<maxMemory slots='1' unit='GiB'>20</maxMemory>";
    String raised = "<maxMemory slots='9' unit='GiB'>512</maxMemory>";
    String translated = TRANSLATOR.translate(SPM).xml();
    assertTrue(translated.contains(made), translated);
    String edited = translated.replace(made, raised);
    String back = TRANSLATOR.untranslate(edited).xml();
    assertTrue(back.contains(raised.replace("9", "8")), back);
    assertTrue(TRANSLATOR.translate(edited).xml().contains(raised));
  }

  @Test
  void givesBackWhatDeclaresNothing() {
    String plain = domain("");
    Translation done = TRANSLATOR.translate(plain);
    assertEquals(plain, done.xml());
    assertTrue(done.inStep());
    assertEquals(Optional.empty(), done.target());
    assertEquals(List.of(), done.cells());
  }

  @Test
  void refusesWithTheProblems() {
    Translation refused = TRANSLATOR.translate(domain("<cell id='1' memory='x' spm='on'/>"));
    assertTrue(refused.isRefused());
    assertEquals(Optional.empty(), refused.document());
    RefusedException e = assertThrows(RefusedException.class, refused::xml);
    assertEquals(refused.problems(), e.problems());
    assertEquals(
        "line 9, column 20: cell 1: memory 'x' is not a size: write a whole number",
        e.getMessage());
    assertEquals("declaration", refused.problems().get(0).code());
  }

  @Test
  void namesWhatIsMissingAmongItsArguments() {
    assertEquals("xml", thrown(() -> TRANSLATOR.translate((String) null)));
    assertEquals("xml", thrown(() -> TRANSLATOR.untranslate((byte[]) null)));
    assertEquals("dialect", thrown(() -> SpmTranslator.forTarget(null, LIBVIRT)));
    assertEquals("targets", thrown(() -> SpmTranslator.choosing(null)));
    SpmTranslator forgetful = SpmTranslator.choosing(emulator -> null);
    assertEquals("target", thrown(() -> forgetful.translate(SPM)));
    Dialect spMem = Dialect.named("sp-mem");
    assertEquals("form", thrown(() -> new Target(spMem, LIBVIRT, null)));
    assertEquals("libvirt", thrown(() -> spMem.form(null)));
    assertEquals(Optional.empty(), LibvirtVersion.find(null));
    assertThrows(IllegalArgumentException.class, () -> new LibvirtVersion(-5, 0, 0));
    assertEquals("document", TRANSLATOR.translate("").problems().get(0).code());
    assertTrue(TRANSLATOR.translate(" ".repeat(17 << 20)).isRefused());
    assertEquals(
        "no dialect 'sp_mem': use spm, memmap-type, sp-mem",
        assertThrows(IllegalArgumentException.class, () -> Dialect.named("sp_mem")).getMessage());
  }

  @Test
  void refusesHalfOfASurrogatePair() {
    for (String half : List.of("\ud83d", "\ude00", "\ude00\ud83d")) {
      for (String name : List.of("hpc" + half, "hpc<!-- " + half + " -->", "<![CDATA[" + half)) {
        Translation done = TRANSLATOR.translate(SPM.replace("hpc", name));
        assertEquals("document", done.problems().get(0).code());
        assertEquals(2, done.problems().get(0).line());
      }
    }
    assertFalse(TRANSLATOR.translate(SPM.replace("hpc", "\ud83d\ude00")).isRefused());
  }

  private static String thrown(Runnable call) {
    return assertThrows(NullPointerException.class, call::run).getMessage();
  }

  @Test
  void asksForATargetOnlyWhereThereIsSpm() {
    SpmTranslator asking =
        SpmTranslator.choosing(
            emulator -> {
              throw new IllegalStateException("asked");
            });
    assertEquals(domain(""), asking.translate(domain("")).xml());
    assertThrows(IllegalStateException.class, () -> asking.translate(SPM));
  }

  @Test
  void servesManyThreads() throws Exception {
    String once = TRANSLATOR.translate(SPM).xml();
    ExecutorService threads = Executors.newFixedThreadPool(8);
    try {
      List<Future<String>> all =
          threads.invokeAll(Collections.nCopies(400, () -> TRANSLATOR.translate(SPM).xml()));
      for (Future<String> one : all) {
        assertEquals(once, one.get());
      }
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void dialectsAreOneEach() {
    assertSame(Dialect.named("spm"), Dialect.all().get(0));
    assertEquals(
        "spm memmap-type sp-mem",
        Dialect.all().stream().map(Dialect::name).collect(Collectors.joining(" ")));
  }
}
