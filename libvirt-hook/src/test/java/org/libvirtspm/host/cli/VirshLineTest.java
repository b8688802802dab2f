package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class VirshLineTest {

  private static VirshLine line(String typed) {
    return VirshLine.of(Arrays.asList(typed.split(" ")));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "define a.xml | a.xml | define X",
        "define --validate a.xml | a.xml | define --validate X",
        "-c u -q define --file a.xml --validate | a.xml | -c u -q define --file X --validate",
        "--connect=u create --file=a.xml | a.xml | --connect=u create --file=X",
        "create --pass-fds 3 a.xml --paused | a.xml | create --pass-fds 3 X --paused",
        "define -- --odd | --odd | define -- X",
        "define --.xml --validate | --.xml | define X --validate",
        "define -x | -x | define X",
        "-qc u define a.xml | a.xml | -qc u define X",
        "-- define a.xml | a.xml | -- define X",
      })
  void fileIsFoundAndReplaced(String typed, String file, String changed) {
    assertEquals(Optional.of(file), line(typed).argument("--file"));
    assertEquals(changed, String.join(" ", line(typed).with("--file", "X")));
  }

  @Test
  void missingArgumentIsNone() {
    assertEquals(Optional.empty(), line("define --file").argument("--file"));
    assertEquals(Optional.empty(), line("define --validate").argument("--file"));
  }

  @Test
  void connectionIsTheLastOneGiven() {
    assertEquals(Optional.of("b"), line("-c a -cb define x").connect());
    assertEquals(Optional.of("b"), line("-ca --connect b define x").connect());
    assertEquals("list", line("-k 5 -r list --all").command());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "none",
      value = {
        "-qc u define x | u | false",
        "-qcu define x | u | false",
        "-rqtc u define x | u | true",
        "-tK5 -c u define x | u | false",
        "-k5 -qd 3 define x | none | false",
        "--conn u define x | u | false",
        "--c=u define x | u | false",
        "--readon --l f define x | none | true",
        "--no-pkttyagent --keepalive-c 3 define x | none | false",
        "-c --quiet define x | --quiet | false",
        "-e ^x --connect=u -- define x | u | false",
      })
  void optionsAreReadAsGetoptDoes(String typed, String connect, boolean readOnly) {
    VirshOptions options = line(typed).options();
    assertEquals(Optional.ofNullable(connect), options.connect());
    assertEquals(readOnly, options.isReadOnly());
    assertEquals("define", line(typed).command());
    assertEquals(List.of("x"), line(typed).rest());
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "-v define x",
        "-qV define x",
        "--vers define x",
        "--version=long define x",
        "-qh define x",
        "-v --odd"
      })
  void helpAndVersionAreAllThatRuns(String typed) {
    assertTrue(line(typed).options().prints());
    assertEquals(Optional.empty(), line(typed).options().unknown());
    assertEquals("", line(typed).command());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--keepalive 5 define x | --keepalive",
        "--odd define x | --odd",
        "--quiet=yes define x | --quiet=yes",
        "-qx define x | -qx",
        "-q -c | -c",
        "--connect | --connect",
        "--= define x | --="
      })
  void otherOptionsAreUnknown(String typed, String unknown) {
    assertEquals(Optional.of(unknown), line(typed).options().unknown());
    assertEquals("", line(typed).command());
  }

  @ParameterizedTest
  @CsvSource({
    "list --all, true",
    "-c qemu:///system help, true",
    "-c qemu+unix:///system?socket=/a list, true",
    "connect test:///default, true",
    "help define, false",
    "-c qemu+ssh://far/system list, false",
    "connect qemu+ssh://far/system, false"
  })
  void connectionsOfThisMachineAreTried(String typed, boolean here) {
    assertEquals(here, line(typed).connectsHere());
  }

  @Test
  void oneArgumentIsALineOfItsOwn() {
    VirshLine line = VirshLine.of(List.of("-q", "define 'a b.xml' --validate"));
    assertEquals("define", line.command());
    assertEquals(List.of("a b.xml", "--validate"), line.rest());
    assertEquals(
        List.of(List.of("define", "a b", "c\"d"), List.of("start", "")),
        VirshWords.of("define \"a b\" 'c\"d';start ''"));
    assertEquals(List.of(List.of("define", ";")), VirshWords.of(";; define ';';"));
    assertEquals(List.of(List.of("define", "a#b")), VirshWords.of("def\\\nine a#b # ; start c"));
    assertEquals(
        List.of(List.of("echo", "a#"), List.of("define", "#b")),
        VirshWords.of("echo a#\n# b\ndefine \\#b"));
  }

  @Test
  void emptyCommandsAreNone() {
    VirshLine line = VirshLine.of(List.of("; define f.xml ; # that is all"));
    assertEquals("define", line.command());
    assertEquals(List.of("f.xml"), line.rest());
    assertFalse(line.hasSeveral());
    assertTrue(VirshLine.of(List.of("list # all\ndefine f.xml")).hasSeveral());
  }
}
