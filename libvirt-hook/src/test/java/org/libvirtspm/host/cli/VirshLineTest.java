package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

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
        List.of("define", "a b", "c\"d", ";", "start", ""),
        VirshWords.of("define \"a b\" 'c\"d';start ''"));
  }
}
