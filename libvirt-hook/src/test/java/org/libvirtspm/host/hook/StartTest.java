package org.libvirtspm.host.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StartTest {

  private static final String CELL = "the Specific Purpose Memory of cell 1 (512 MiB";

  @TempDir Path folder;

  private HostFolder host;

  @BeforeEach
  void makeHost() throws IOException {
    host = HostFolder.in(folder);
  }

  private void assertRefused(String sentence, String name, String document) throws IOException {
    HookAnswer answer = host.call("prepare", name, document);
    assertEquals("domain '" + name + "': " + sentence, answer.sentence());
    assertEquals(HookAnswer.REFUSED, answer.status());
    assertEquals("", answer.output());
  }

  private void assertGoes(String name, String document) throws IOException {
    assertEquals(HookAnswer.go(), host.call("prepare", name, document));
  }

  @Test
  void domainInStepStarts() throws IOException {
    assertGoes("d", Documents.translated("d", ""));
    assertFalse(Files.exists(host.host().holdings()), "memory without a name needs no holding");
  }

  @Test
  void declarationWithoutTranslationIsAppliedAfterwards() throws IOException {
    assertRefused(
        CELL + ") is declared but not translated; it is being translated now: start it again",
        "d",
        Documents.extended("d", ""));
    Holding holding = Holding.read(host.host().holding("d"));
    assertTrue(holding.isToApply());
    assertEquals(Documents.UUID, holding.uuid());
  }

  @Test
  void translationThatNothingDeclaresIsRefused() throws IOException {
    String document = Documents.translated("d", "");
    String undeclared = document.replaceFirst("(?s)<metadata>.*</metadata>", "");
    HookAnswer answer = host.call("prepare", "d", undeclared);
    assertTrue(
        answer.sentence().contains("a translation whose declaration in <metadata> is gone"),
        answer.sentence());
    assertEquals(HookAnswer.REFUSED, answer.status());
  }

  @Test
  void secondRefusalSaysWhyItCouldNotBeApplied() throws IOException {
    BackgroundApply.remember(
        host.host().failure(Documents.UUID), "virt-spm: error: no such luck\n");
    assertRefused(
        CELL + ") is declared but not translated, and could not be: no such luck",
        "d",
        Documents.extended("d", ""));
  }

  @Test
  void transientDomainIsToBeCreatedByVirtSpm() throws IOException {
    host.file("/etc/libvirt/qemu/other.xml", "");
    assertRefused(
        CELL
            + ") is declared but not translated, and the domain is transient; create it by virt-spm"
            + " create FILE",
        "d",
        Documents.extended("d", ""));
    assertFalse(Files.exists(host.host().state()));
    host.file("/etc/libvirt/qemu/d.xml", "");
    assertRefused(
        CELL + ") is declared but not translated; it is being translated now: start it again",
        "d",
        Documents.extended("d", ""));
  }

  @Test
  void sessionsHookNamesItsDaemonAndChangesNoOwner() throws Exception {
    Path memory = host.memory("/mem/a", 512);
    Host session = host.host().ofSession();
    HookCall call = new HookCall(session, HostFolder.DAEMON, "prepare", "d");
    byte[] document = Documents.translated("d", "/mem/a").getBytes(StandardCharsets.UTF_8);
    assertEquals(HookAnswer.go(), HookRun.answer(call, document));
    host.file("/etc/hook.conf", "stale = refuse\n");
    byte[] stale = Documents.extended("d", "").getBytes(StandardCharsets.UTF_8);
    String sentence = HookRun.answer(call, stale).sentence();
    assertTrue(sentence.contains("virt-spm"), sentence);
    assertTrue(sentence.contains(" -c qemu:///session "), sentence);
    assertEquals(folder.resolve("run/libvirt/qemu/run"), session.guests());
    assertEquals(host.owner(folder), host.owner(memory));
  }

  @Test
  void staleDomainsAreOnlyRefusedIfSoConfigured() throws IOException {
    host.file("/etc/hook.conf", "# ours\nstale = refuse # for now\n");
    assertRefused(
        CELL + ") is declared but not translated; run virt-spm apply 'd', then start it again",
        "d",
        Documents.extended("d", ""));
    assertFalse(Files.exists(host.host().holding("d")));
  }

  /** Whoever pastes the command runs nothing of the document's. */
  @Test
  void nameIsQuotedInACommand() throws IOException {
    host.file("/etc/hook.conf", "stale = refuse\n");
    assertRefused(
        CELL
            + ") is declared but not translated; run virt-spm apply 'd'\\''; touch x; '\\''',"
            + " then start it again",
        "d'; touch x; '",
        Documents.extended("d'; touch x; '", ""));
  }

  @Test
  void changedDeclarationIsSeen() throws IOException {
    String document = Documents.translated("d", "");
    String changed = document.replaceFirst("(<cell id='1' memory=')524288", "$1262144");
    assertFalse(changed.equals(document));
    HookAnswer answer = host.call("prepare", "d", changed);
    assertEquals(HookAnswer.REFUSED, answer.status());
    assertTrue(answer.sentence().contains("is translated otherwise than declared"));
  }

  @Test
  void otherLibvirtNeedsAnotherForm() throws IOException {
    host.file("/proc/" + HostFolder.DAEMON + "/maps", "/usr/lib64/libvirt.so.0.11003.0");
    assertRefused(
        CELL
            + ") is translated otherwise than declared (in native form, and libvirt 11.3.0 takes"
            + " passthrough); it is being translated now: start it again",
        "d",
        Documents.translated("d", ""));
  }

  @Test
  void formOfAnOlderLibvirtIsGoodForANewerOne() throws IOException {
    String document = Documents.passedThrough("d");
    for (String version : new String[] {"11003", "12008"}) {
      host.file(
          "/proc/" + HostFolder.DAEMON + "/maps", "/usr/lib64/libvirt.so.0." + version + ".0");
      assertGoes("d", document);
      assertEquals(HookAnswer.go(), host.call("restore", "d", document));
    }
  }

  @Test
  void whatCannotBeTranslatedSaysWhy() throws IOException {
    HookAnswer answer =
        host.call("prepare", "d", Documents.extended("d", "").replace("q35", "microvm"));
    assertEquals(HookAnswer.REFUSED, answer.status());
    assertTrue(
        answer.sentence().startsWith("domain 'd': its Specific Purpose Memory can't be had: "),
        answer.sentence());
    assertFalse(Files.exists(host.host().holding("d")));
  }

  @Test
  void namespaceInAMereCommentIsNoDeclaration() throws IOException {
    String document =
        "<domain><!-- <a xmlns='https://libvirt-spm.org/xmlns/domain/1.0'/> --></domain>";
    assertGoes("d", document);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<domain",
        "",
        "<network xmlns:s='https://libvirt-spm.org/xmlns/domain/1.0'/>",
        "<a></b>"
      })
  void whatIsNoDomainIsRefused(String document) throws IOException {
    HookAnswer answer = host.call("prepare", "d", document);
    assertEquals(HookAnswer.REFUSED, answer.status());
    assertTrue(answer.sentence().contains("its Specific Purpose Memory can't be looked after"));
  }

  @Test
  @Tag("large")
  void tenMegabytesAreLookedThrough() throws IOException {
    String filler = "<disk type='file'><source file='/a'/></disk>\n".repeat(220_000);
    String document = Documents.translated("d", "").replace("<memballoon", filler + "<memballoon");
    assertGoes("d", document);
  }

  @Test
  void configurationWithAMistakeIsNamed() throws IOException {
    host.file("/etc/hook.conf", "stale = apply\nstale = perhaps\n");
    assertRefused(
        folder
            + "/etc/hook.conf:2: 'stale = perhaps' is none of stale = apply, stale = refuse,"
            + " device_users = USER, ..., path /THERE = /HERE and emulator /THERE = /HERE",
        "d",
        Documents.extended("d", ""));
  }

  @Test
  void stateThatCannotBeWrittenStopsOnlyThoseThatNeedIt() throws IOException {
    host.memory("/mem/a", 512);
    host.file("/run/libvirt-spm", "in the way of the folder");
    assertGoes("d", Documents.translated("d", ""));
    assertRefused(
        "its Specific Purpose Memory can't be looked after, and it does not start: "
            + folder
            + "/run/libvirt-spm: something else has that name; run virt-spm hook status",
        "d",
        Documents.translated("d", "/mem/a"));
  }

  @Test
  void configurationThatCannotBeReadStopsOnlyThoseWithSpm() throws IOException {
    Files.createDirectories(host.host().configuration());
    HookAnswer answer = host.call("prepare", "d", Documents.translated("d", ""));
    assertEquals(HookAnswer.REFUSED, answer.status());
    assertTrue(answer.sentence().contains("the hook's configuration " + folder), answer.sentence());
    assertGoes(
        "d", "<domain><!-- <a xmlns='https://libvirt-spm.org/xmlns/domain/1.0'/> --></domain>");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"two words", "it's", "a\nb", "../../d", "/etc/d", ".", "..", "größe", "-n", ""})
  void namesNeverLeaveTheStateFolder(String name) throws IOException {
    host.memory("/mem/a", 512);
    assertEquals(HookAnswer.go(), host.call("prepare", name, Documents.translated("d", "/mem/a")));
    assertEquals(1, filesIn("run/libvirt-spm/domains"));
    assertEquals(HookAnswer.go(), host.call("release", name, ""));
    assertEquals(0, filesIn("run/libvirt-spm/domains"));
  }

  private long filesIn(String path) throws IOException {
    try (Stream<Path> files = Files.list(folder.resolve(path))) {
      return files.count();
    }
  }
}
