package org.libvirtspm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.libvirtspm.host.demo.SmallDomain;

/** What becomes of a sample before it starts: nothing changes that is not told. */
class SmallDomainTest {

  /** Names of elements that may come or go: those of firmware, kernel, console and hostdev. */
  private static final Set<String> MAY_DIFFER =
      Set.of(
          "loader", "nvram", "kernel", "initrd", "cmdline", "serial", "log", "console", "hostdev");

  @ParameterizedTest
  @ValueSource(
      strings = {"apu-hbm", "ram-backed", "two-accelerators", "hugepages", "metadata-form"})
  void onlySizesPathsHostdevsFirmwareAndConsoleChange(String name) throws Exception {
    String before = new String(Documents.sample(name), StandardCharsets.UTF_8);
    String after = small(name).text();
    assertEquals(skeleton(before), skeleton(after));
  }

  @Test
  void everySampleIsCovered() throws Exception {
    assertEquals(
        Set.of("apu-hbm", "ram-backed", "two-accelerators", "hugepages", "metadata-form"),
        Documents.samples().keySet());
  }

  @Test
  void sizesShrinkAlikeAndAlignmentStaysUsable() throws Exception {
    SmallDomain apu = small("apu-hbm");
    assertTrue(apu.text().contains("<cell id='0' cpus='0-3' memory='256' unit='MiB'/>"));
    assertTrue(apu.text().contains("<cell id='1' memory='512' unit='MiB' spm='on'>"));
    assertTrue(apu.text().contains("<alignsize unit='MiB'>32</alignsize>"));
    assertTrue(small("two-accelerators").text().contains("<alignsize unit='MiB'>2</alignsize>"));
    assertTrue(apu.changes().contains("every size is divided by 32"), apu.changes().toString());
  }

  @Test
  void aFileStandsInForEachDaxDevice() throws Exception {
    SmallDomain two = small("two-accelerators");
    assertEquals(
        List.of(
            new SmallDomain.Memory("/share/two-accelerators.node1", 256L << 20),
            new SmallDomain.Memory("/share/two-accelerators.node2", 256L << 20)),
        two.memories());
    assertFalse(two.text().contains("/dev/dax"));
    assertFalse(two.text().contains("<hostdev"));
    assertEquals(
        List.of(new SmallDomain.Disk("/share/two-accelerators.disk0", "qcow2")), two.disks());
  }

  @Test
  void pagesAreOrdinaryOnes() throws Exception {
    String text = small("hugepages").text();
    assertTrue(text.contains("<page size='4' unit='KiB'/>"), text);
    assertTrue(text.contains("<pagesize unit='KiB'>4</pagesize>"), text);
  }

  @Test
  void theNameTheEmulatorAndTheKernelAreTheUsersChoice() throws Exception {
    SmallDomain domain =
        SmallDomain.of(
            Documents.sample("ram-backed"),
            new SmallDomain.Settings("other", "/testbed/qemu-spm", "spm.stay"));
    assertTrue(domain.text().contains("<name>other</name>"));
    assertTrue(domain.text().contains("<emulator>/testbed/qemu-spm</emulator>"));
    assertTrue(domain.text().contains("panic=-1 spm.stay</cmdline>"));
    assertTrue(domain.text().contains("file='/share/other.log'"));
  }

  @Test
  void aDomainWithoutUefiGetsNone() throws Exception {
    String text = SmallDomain.of(Documents.oneNode(""), SmallDomain.Settings.PLAIN).text();
    assertFalse(text.contains("OVMF"), text);
  }

  private static SmallDomain small(String name) throws Exception {
    return SmallDomain.of(Documents.sample(name), SmallDomain.Settings.PLAIN);
  }

  /** Each element's name with the names of its attributes, in order, without what may differ. */
  private static List<String> skeleton(String document) {
    String plain =
        document.replaceAll("(?s)<!--.*?-->", "").replaceAll("(?s)<hostdev.*?</hostdev>", "");
    return Pattern.compile("<([\\w:-]+)((?:\\s+[\\w:-]+='[^']*')*)")
        .matcher(plain)
        .results()
        .filter(tag -> !MAY_DIFFER.contains(tag.group(1)))
        .map(SmallDomainTest::shape)
        .toList();
  }

  private static String shape(MatchResult tag) {
    Set<String> attributes =
        Pattern.compile("([\\w:-]+)=")
            .matcher(tag.group(2))
            .results()
            .map(attribute -> attribute.group(1))
            .collect(Collectors.toCollection(TreeSet::new));
    attributes.remove("firmware");
    return tag.group(1) + attributes;
  }
}
