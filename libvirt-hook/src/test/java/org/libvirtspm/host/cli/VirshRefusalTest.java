package org.libvirtspm.host.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.document.SpmMention;

/** What {@code virsh} does not hand on, so that no special memory becomes ordinary in silence. */
class VirshRefusalTest {

  /** A libvirt of another host, whose answer is not waited for; virsh is not started either. */
  private static final String FAR = "qemu+ssh://none.invalid/system";

  private static final String SPM = "<domain type='kvm'><cell spm='on'/><title>T</title></domain>";

  @TempDir Path folder;

  static Stream<Arguments> unreadable() {
    return Stream.of(
        Arguments.of(bytes("<domain><cell spm='on'></domain>"), "not well-formed"),
        Arguments.of(bytes("<!DOCTYPE domain>" + SPM), "a DOCTYPE is not allowed"),
        Arguments.of(bytes("<!DOCTYPE d [<!ENTITY a 's&#112;m'>]><d/>"), "a DOCTYPE is not"),
        Arguments.of(encoded("EUC-JP", SPM.replace("T", "\u65e5")), "is not UTF-8"),
        Arguments.of(encoded("GBK", SPM.replace("T", "\u6c49")), "is not UTF-8"),
        Arguments.of(encoded("EUC-JP", SPM), "the document declares encoding 'EUC-JP'"),
        Arguments.of(encoded("UTF-16LE", SPM), ""),
        Arguments.of(SPM.getBytes(Charset.forName("UTF-16")), ""),
        Arguments.of(encoded("UTF-32BE", SPM), ""),
        Arguments.of(encoded("IBM037", SPM), ""),
        Arguments.of(bytes("<?xml version='1.0' encoding='UTF-7'?><domain/>"), "'UTF-7'"),
        Arguments.of(bytes("<y:domain xmlns:y='u'>" + SPM + "</y:domain>"), "no libvirt domain"),
        Arguments.of(bytes("<domain><cell SPM='on'></domain>"), "not well-formed"),
        Arguments.of(bytes(SPM + " ".repeat(16 << 20)), "16 MiB"));
  }

  private static byte[] bytes(String document) {
    return document.getBytes(UTF_8);
  }

  private static byte[] encoded(String encoding, String document) {
    String declared = "<?xml version='1.0' encoding='" + encoding + "'?>" + document;
    return declared.getBytes(Charset.forName(encoding));
  }

  @ParameterizedTest
  @MethodSource("unreadable")
  void whatCannotBeReadAndMentionsSpmIsRefused(byte[] document, String reason) throws IOException {
    Path file = Files.write(folder.resolve("d.xml"), document);
    for (String verb : List.of("define", "create")) {
      CommandRun run = CommandRun.of("virsh", "-qc", FAR, verb, file.toString());
      assertEquals(2, run.status(), run.err());
      assertTrue(run.err().startsWith(file + ":1:"), run.err());
      assertTrue(run.err().contains(": error: "), run.err());
      assertTrue(run.err().contains(reason), run.err());
      assertTrue(run.err().endsWith("Failed to " + verb + " domain from " + file + "\n"));
    }
    CommandRun filter = CommandRun.withInput(new String(bytes("<domain><"), UTF_8), "filter");
    assertEquals(2, filter.status());
  }

  @Test
  void whatMentionsNothingIsVirshsToRefuse() {
    for (byte[] document :
        List.of(
            bytes("<domain><cell></domain>"),
            bytes("<!DOCTYPE domain><domain type='kvm'/>"),
            encoded("EUC-JP", "<domain><title>\u65e5</title></domain>"),
            encoded("UTF-16", "<domain><title>\u65e5</title></domain>"))) {
      assertFalse(SpmMention.mayBeIn(document));
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "define f.xml; start a",
        "list\ndefine f.xml",
        "list # all\n define f.xml",
        "; list;create f.xml",
        "def\\\nine f.xml; list"
      })
  void oursStandAlone(String commands) {
    CommandRun run = CommandRun.of("virsh", "-qc", FAR, commands);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("can't stand in a line with other commands"), run.err());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "--odd URI define f.xml",
        "-x URI create f.xml",
        "--keepalive 3 edit a",
        "--quiet=no define f.xml",
      })
  void unknownOptionsBeforeOursAreRefused(String typed) {
    String[] words = ("virsh " + typed).split(" ");
    CommandRun run = CommandRun.of(words);
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("virsh has no option '" + words[1] + "'"), run.err());
  }

  /** Such a word is an option's value that was taken for the command. */
  @Test
  void oursBehindWhatIsNoCommandAreRefused() {
    CommandRun run = CommandRun.of("virsh", "-q", FAR, "define", "f.xml");
    assertEquals(2, run.status(), run.err());
    assertTrue(run.err().contains("virsh has no command '" + FAR + "'"), run.err());
  }
}
