package org.libvirtspm.translator.internal.domain;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.translator.internal.xml.DocumentReader;
import org.libvirtspm.translator.internal.xml.MalformedException;
import org.libvirtspm.translator.internal.xml.SourceText;

class MisspeltSpmTest {

  private static int found(String attribute) throws MalformedException {
    String domain =
        "<domain xmlns:x='urn:x'><cpu><numa><cell id='1' cpus='0' memAccess='shared' discard='yes'"
            + " memory='1' %s/></numa></cpu></domain>";
    SourceText text = new SourceText(domain.formatted(attribute));
    return MisspeltSpm.in(DocumentReader.read(text).root()).size();
  }

  /** A letter more, one less, another one, two swapped, other cases, a prefix, a longer name. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "aspm",
        "sapm",
        "spam",
        "sspm",
        "sppm",
        "spmm",
        "pm",
        "sm",
        "sp",
        "xpm",
        "sxm",
        "spx",
        "psm",
        "smp",
        "SPM",
        "Spm",
        "x:spm",
        "x:sp",
        "spmem",
        "spmMemory"
      })
  void isRefused(String name) throws MalformedException {
    assertEquals(1, found(name + "='on'"));
    assertEquals(1, found(name + "='Yes'"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "s", "p", "m", "mps", "msp", "xsm", "pms", "sxxm", "xspx", "axpm", "abspm", "sabpm"
      })
  void isAnotherWord(String name) throws MalformedException {
    assertEquals(0, found(name + "='on'"));
  }

  /** What is no switch says something else, unless the name is ours but for its case. */
  @ParameterizedTest
  @ValueSource(strings = {"sp='3'", "smp='4'", "spmem='1GiB'", "xmlns:spm='urn:spm'"})
  void isNoSwitch(String attribute) throws MalformedException {
    assertEquals(0, found(attribute));
  }

  @ParameterizedTest
  @ValueSource(strings = {"SPM='3'", "x:spm='3'"})
  void isOurName(String attribute) throws MalformedException {
    assertEquals(1, found(attribute));
  }
}
