package org.libvirtspm.host.check;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class RemedyTest {

  @Test
  void defaultUriIsLeftOut() {
    assertEquals("virt-spm apply g", Remedy.at("qemu:///system", 0).virtSpm("apply", "g"));
    assertEquals("virt-spm apply g", Remedy.at("qemu:///session", 1000).virtSpm("apply", "g"));
  }

  @Test
  void otherUriIsNamed() {
    assertEquals(
        "virt-spm -c qemu:///session apply g",
        Remedy.at("qemu:///session", 0).virtSpm("apply", "g"));
    assertEquals(
        "virsh -c qemu:///system edit g", Remedy.at("qemu:///system", 1000).virsh("edit", "g"));
    assertEquals(
        "virsh -c 'qemu+unix:///system?socket=/a' edit g",
        Remedy.at("qemu+unix:///system?socket=/a", 0).virsh("edit", "g"));
  }

  @Test
  void namesAreQuotedForTheShell() {
    Remedy remedy = Remedy.at("qemu:///system", 0);
    assertEquals("virt-spm apply 'a b; $(id)'", remedy.virtSpm("apply", "a b; $(id)"));
    assertEquals("virt-spm apply 'it'\\''s'", remedy.virtSpm("apply", "it's"));
    assertEquals("virt-spm apply -- -x", remedy.virtSpm("apply", "-x"));
    assertEquals("virt-spm apply ''", remedy.virtSpm("apply", ""));
  }
}
