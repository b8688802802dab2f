package org.libvirtspm.host.hook.install;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.api.parallel.Isolated;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.Printable;

@Isolated("a process started meanwhile may hold a program open that was just written")
class EntryTest {

  private static final String URI = "https://libvirt-spm.org/xmlns/domain/1.0";

  private static final String SPM =
      "<domain><metadata><spm:numa xmlns:spm=\"" + URI + "\"/></metadata></domain>";

  private static final String ONLY_IN_COMMENT =
      "<domain><metadata><x><!-- <y> <spm:numa xmlns:spm=\""
          + URI
          + "\"/> --><![CDATA[<numa xmlns='"
          + URI
          + "'/>]]></x></metadata></domain>";

  @TempDir Path folder;

  private EntryRun entry;

  @BeforeEach
  void install() throws IOException {
    entry = new EntryRun(folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<domain/>",
        "",
        "not XML at all, spm='on'",
        "<domain><description>spm='on' <!-- no --> spm = \"on\"</description></domain>",
        "<domain><metadata><x spm='3'/><cell spm='3'/></metadata></domain>",
        "<domain><x a='spm=on' b=' spm='/></domain>",
        "<domain><qemu:arg value='node,nodeid=1,spm=on'/></domain>"
      })
  void leavesOthersAlone(String document) throws Exception {
    assertEquals(0, entry.run(document, "d", "prepare", "begin"), entry.err());
    assertEquals(List.of(), entry.calls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<domain><metadata><numa xmlns='https://libvirt-spm.org/xmlns/domain/1.0'/></metadata></domain>",
        "<domain xmlns:a = \"https://libvirt-spm.org/xmlns/domain/1.0\"/>",
        "<domain a='x' b=\"it's > that\"\n\txmlns:a=\n'https://libvirt-spm.org/xmlns/domain/1.0'/>",
        "<domän xmlns:ä='https://libvirt-spm.org/xmlns/domain/1.0'/>",
        "<domain><qemu:arg value='node,nodeid=1,memdev=ram-node1,spm=on'/></domain>",
        "<domain><memory><alias name='ua-spm1'/></memory></domain>"
      })
  void missesNone(String document) throws Exception {
    assertEquals(0, entry.run(document, "d", "prepare", "begin"), entry.err());
    assertEquals(List.of("prepare"), entry.calls());
    assertEquals(document, entry.input());
  }

  @ParameterizedTest
  @ValueSource(strings = {"start begin", "started begin", "stopped end", "reconnect begin"})
  void nothingToDoForOtherOperations(String operation) throws Exception {
    assertEquals(0, entry.run(SPM, "d", operation.split(" ", -1)));
    assertEquals(List.of(), entry.calls());
  }

  @ParameterizedTest
  @ValueSource(strings = {"restore begin", "migrate begin"})
  void looksAtGuestsThatArrive(String operation) throws Exception {
    assertEquals(0, entry.run(SPM, "d", operation.split(" ", -1)));
    assertEquals(List.of(operation.split(" ", -1)[0]), entry.calls());
  }

  /** libvirt drops an attribute spm; a hook before ours may put it there. */
  @ParameterizedTest
  @ValueSource(
      strings = {"<cell spm='on'/>", "<cell id='1'\n  spm = 'on'/>", "<cell a='>' spm='on'/>"})
  void cellsOfGuestsThatArriveCount(String cell) throws Exception {
    String document = "<domain><cpu><numa>" + cell + "</numa></cpu></domain>";
    assertEquals(0, entry.run(document, "d", "prepare", "begin"));
    assertEquals(List.of(), entry.calls());
    assertEquals(0, entry.run(document, "d", "restore", "begin"));
    assertEquals(List.of("restore"), entry.calls());
    assertEquals(document, entry.input());
    entry.answers(1);
    assertEquals(1, entry.run(document, "d", "migrate", "begin"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"prepare", "restore", "migrate"})
  void attributesOfOthersNeedNoJava(String operation) throws Exception {
    entry.answers(1);
    String document =
        "<domain><metadata><x spm='3'/><cells spm='on'/><y:cell spm='on'/>"
            + "<z a=\"cell spm='on'\"/></metadata></domain>";
    assertEquals(0, entry.run(document, "d", operation, "begin"), entry.err());
    assertEquals(List.of(), entry.calls());
  }

  @Test
  void refusalIsPassedOn() throws Exception {
    entry.answers(10);
    assertEquals(1, entry.run(SPM, "d", "prepare", "begin"));
    assertEquals("", entry.err());
  }

  @Test
  void brokenJavaStopsOnlyThoseWithSpm() throws Exception {
    entry.answers(1);
    assertEquals(1, entry.run(SPM, "d", "prepare", "begin"));
    assertEquals(
        "virt-spm: domain 'd': its Specific Purpose Memory can't be looked after (the hook's Java"
            + " ended with status 1), so it is not started; run virt-spm hook status\n",
        entry.err());
    assertEquals(0, entry.run(ONLY_IN_COMMENT, "d", "prepare", "begin"), entry.err());
    assertEquals("", entry.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<domain><title>xmlns:spm=\"@\" it's</title></domain>",
        "<domain xmlns:a='urn:x?@'/>",
        "<domain><x a='>'>xmlns='@'</x></domain>",
        "<domain><x a=' xmlns=\"@\" '/></domain>",
        "<domain><x nsxmlns='@'/></domain>",
        "<domain><?x <a xmlns='@'/> ??></domain>",
        "<domain><!-- - -> <a xmlns='@'/> --><x/></domain>",
        "<domain><![CDATA[ ]] > <a xmlns='@'/> ]]]]></domain>"
      })
  void brokenJavaStopsNoneThatOnlyMentionIt(String document) throws Exception {
    entry.answers(1);
    assertEquals(0, entry.run(document.replace("@", URI), "d", "prepare", "begin"), entry.err());
    assertEquals(List.of("prepare"), entry.calls());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "<domain><!-- a --><x a='<!--' xmlns='@'/></domain>",
        "<domain>\n<x\nxmlns:spm\n=\n\"@\"\n></x></domain>",
        "<domain><![CDATA[ ]]><a xmlns='@'/></domain>",
        "<domain>\"<a xmlns:b='@'/>\"</domain>",
        "<domain>@<!-- no end",
        "<domain a='@>"
      })
  void brokenJavaStopsWhatDeclaresItOrIsNoXml(String document) throws Exception {
    entry.answers(1);
    assertEquals(1, entry.run(document.replace("@", URI), "d", "prepare", "begin"));
  }

  @ParameterizedTest
  @CsvSource({
    "awk, prepare, 0",
    "awk, prepare, 1",
    "awk, prepare, 2",
    "awk, prepare, 127",
    "grep, restore, 2",
    "grep, restore, 126",
    "grep, migrate, 127"
  })
  void programThatCannotDoItStopsNobody(String program, String operation, int status)
      throws Exception {
    entry.program(program, "#!/bin/sh\nexit " + status + "\n");
    assertEquals(0, entry.run("<domain/>", "d", operation, "begin"), entry.err());
    assertEquals(List.of(), entry.calls());
    assertEquals(0, entry.run(SPM, "d", operation, "begin"), entry.err());
    assertEquals(List.of(operation), entry.calls());
    assertEquals(SPM, entry.input());
    entry.answers(1);
    assertEquals(1, entry.run(SPM, "d", operation, "begin"));
    assertTrue(entry.err().contains("can't be looked after"), entry.err());
  }

  @ParameterizedTest
  @CsvSource({"awk, prepare", "grep, restore"})
  void documentThatIsLostStopsTheStart(String program, String operation) throws Exception {
    entry.program(program, "#!/bin/sh\ncat >/dev/null\nexit 2\n");
    assertEquals(1, entry.run("<domain/>", "d", operation, "begin"));
    assertEquals(
        "virt-spm: domain 'd': whether it declares Specific Purpose Memory can't be told, since awk"
            + " or grep failed\n",
        entry.err());
  }

  /** Those that are installed: a Debian has mawk, a Fedora gawk. */
  private static Stream<String> awks() {
    return Stream.of("mawk", "gawk", "original-awk", "busybox")
        .filter(a -> Files.isExecutable(Path.of("/usr/bin", a)));
  }

  @ParameterizedTest
  @MethodSource("awks")
  void everyAwkHandsOnWhatItFinds(String awk) throws Exception {
    Files.createSymbolicLink(entry.at("awk"), Path.of("/usr/bin", awk));
    String domain = "a'b\"$(touch x)`c;\\n";
    assertEquals(0, entry.run("<domain/>\n".repeat(100_000), domain, "prepare", "begin"));
    assertEquals(List.of(), entry.calls());
    String large = "<domain>" + "<!-- % \\ & -->\n".repeat(10_000) + SPM + "</domain>";
    assertEquals(0, entry.run(large, domain, "prepare", "begin"), entry.err());
    assertEquals(List.of("prepare"), entry.calls());
    assertEquals(large, entry.input());
    assertTrue(entry.arguments().endsWith(" prepare " + domain + "\n"), entry.arguments());
    entry.answers(10);
    assertEquals(1, entry.run(SPM, domain, "prepare", "begin"));
    entry.answers(1);
    assertEquals(1, entry.run(SPM, domain, "prepare", "begin"));
    assertTrue(entry.err().contains("can't be looked after (the hook's Java"), entry.err());
    assertEquals(0, entry.run(ONLY_IN_COMMENT, domain, "prepare", "begin"));
    assertEquals("", entry.err());
  }

  @ParameterizedTest
  @MethodSource("awks")
  void nothingIsHiddenBehindWhatIsNoXml(String awk) throws Exception {
    Files.createSymbolicLink(entry.at("awk"), Path.of("/usr/bin", awk));
    entry.answers(10);
    assertEquals(1, entry.run("<domain/>\1" + SPM, "d", "prepare", "begin"));
    assertEquals(List.of("prepare"), entry.calls());
  }

  @Test
  void worksWithoutStandardError() throws Exception {
    entry.closesStandardError();
    assertEquals(0, entry.run("<domain/>", "d", "prepare", "begin"));
    assertEquals(List.of(), entry.calls());
    for (String operation : List.of("prepare", "restore")) {
      assertEquals(0, entry.run(SPM, "d", operation, "begin"));
    }
    assertEquals(List.of("prepare", "restore"), entry.calls());
  }

  @Test
  void missingJavaIsLookedForElsewhere() throws Exception {
    Files.delete(entry.at("java"));
    Files.writeString(entry.at("jvm"), "find_jvm() { jvm_home='" + entry.at("other") + "'; }\n");
    Files.createDirectories(entry.at("other/bin"));
    entry.program("other/bin/java", "#!/bin/sh\necho other >>@/calls\ncat >/dev/null\n");
    assertEquals(0, entry.run(SPM, "d", "prepare", "begin"), entry.err());
    assertEquals(List.of("other"), entry.calls());
  }

  /**
   * What Debian's profile of libvirtd lets hooks run, {@code /usr/bin/* PUx}, is tried nowhere
   * here.
   */
  @Test
  void javaIsStartedByAProgramThatAppArmorAllows() throws Exception {
    List<String> starts =
        Files.readAllLines(entry.at("entry")).stream()
            .filter(l -> l.contains("\"$@\" 2>&3"))
            .map(String::strip)
            .toList();
    assertEquals(2, starts.size());
    starts.forEach(s -> assertTrue(s.startsWith("(timeout -s KILL "), s));
  }

  @Test
  void missingLibraryStopsOnlyThoseWithSpm() throws Exception {
    Files.delete(entry.at("java"));
    assertFalse(Files.exists(entry.at("jvm")));
    assertEquals(1, entry.run(SPM, "d", "prepare", "begin"));
    assertTrue(entry.err().contains("can't be looked after"), entry.err());
    assertEquals(0, entry.run(ONLY_IN_COMMENT, "d", "prepare", "begin"), entry.err());
  }

  @Test
  void noJavaAtAllStopsOnlyThoseWithSpm() throws Exception {
    Files.delete(entry.at("java"));
    Files.writeString(entry.at("jvm"), "find_jvm() { return 1; }\n");
    assertEquals(1, entry.run(SPM, "d", "prepare", "begin"));
    assertTrue(entry.err().contains("can't be looked after"), entry.err());
    assertEquals(0, entry.run(ONLY_IN_COMMENT, "d", "prepare", "begin"), entry.err());
    assertEquals(0, entry.run("<domain/>", "d", "prepare", "begin"), entry.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "two words",
        "it's \"quoted\"",
        "line\nbreak",
        "../../etc/passwd",
        "$(touch pwned)`touch pwned`;touch pwned",
        "größe-日本",
        "-n",
        "*",
        ""
      })
  void namesAreOnlyNames(String name) throws Exception {
    assertEquals(0, entry.run(SPM, name, "prepare", "begin"), entry.err());
    assertEquals(name, Files.readString(entry.at("name")));
    Files.delete(entry.at("calls"));
    Files.createDirectories(entry.at("state/domains"));
    Files.writeString(entry.at("state/domains/=0f"), "");
    assertEquals(0, entry.run(SPM, name, "release", "end"), entry.err());
    assertEquals(name.equals("-n") ? List.of() : List.of("release"), entry.calls());
    assertFalse(Files.exists(Path.of("pwned")) || Files.exists(folder.resolve("pwned")));
  }

  /** The first is what dash's echo takes for more than characters. */
  @ParameterizedTest
  @ValueSource(strings = {"a\\033[31mRED\\c", "a\u001b[31mRED", "a\u009b31mRED", "a\rRED"})
  void nameSteersNoTerminal(String name) throws Exception {
    entry.answers(1);
    assertEquals(1, entry.run(SPM, name, "prepare", "begin"));
    assertEquals(Printable.text(entry.err().strip()), entry.err().strip());
    assertTrue(entry.err().endsWith("run virt-spm hook status\n"), entry.err());
  }

  @Test
  void releasesOnlyWhatIsHeld() throws Exception {
    assertEquals(0, entry.run(SPM, "d", "release", "end"));
    Files.createDirectories(entry.at("state/domains"));
    Files.writeString(entry.at("state/domains/e"), "");
    assertEquals(0, entry.run(SPM, "d", "release", "end"));
    assertEquals(List.of(), entry.calls());
    assertEquals(0, entry.run(SPM, "e", "release", "end"));
    assertEquals(List.of("release"), entry.calls());
  }

  @Test
  void tenMegabytesAreOneDocument() throws Exception {
    String filler = "<disk><source file='/a'/></disk>\n".repeat(330_000);
    assertEquals(0, entry.run("<domain>" + filler + "</domain>", "d", "prepare", "begin"));
    assertEquals(List.of(), entry.calls());
    String document = "<domain>" + filler + SPM + "</domain>";
    assertEquals(0, entry.run(document, "d", "prepare", "begin"), entry.err());
    assertEquals(document, entry.input());
    assertTrue(entry.arguments().contains(" -Xmx1024m "), entry.arguments());
    assertEquals(0, entry.run(SPM, "d", "prepare", "begin"), entry.err());
    assertTrue(entry.arguments().contains(" -Xmx32m "), entry.arguments());
  }

  /** Interpreting takes less time for small documents only. */
  @ParameterizedTest
  @CsvSource({"32768, true", "32769, false"})
  void interpretsSmallDocuments(int bytes, boolean interpreted) throws Exception {
    String document = SPM + " ".repeat(bytes - SPM.length());
    assertEquals(0, entry.run(document, "d", "prepare", "begin"), entry.err());
    assertEquals(interpreted, entry.arguments().contains(" -Xint "), entry.arguments());
  }
}
