package org.libvirtspm.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The comparison names exactly what was changed, shown on command lines written by hand. */
class ComparisonTest {
  private static final String ORDINARY =
      "HOME=/x /usr/bin/qemu -S -machine q35,hmat=on -m size=1048576k -overcommit mem-lock=off"
          + " -object '{\"qom-type\":\"memory-backend-ram\",\"id\":\"ram-node0\",\"size\":536870912}'"
          + " -numa node,nodeid=0,cpus=0-1,initiator=0,memdev=ram-node0"
          + " -object '{\"qom-type\":\"memory-backend-ram\",\"id\":\"ram-node1\",\"size\":536870912,"
          + "\"host-nodes\":[0],\"policy\":\"bind\"}'"
          + " -numa node,nodeid=1,initiator=0,memdev=ram-node1"
          + " -numa dist,src=0,dst=1,val=21"
          + " -numa hmat-lb,initiator=0,target=1,hierarchy=memory,data-type=access-bandwidth,bandwidth=1024K"
          + " -numa hmat-cache,node-id=1,size=16K,level=1,associativity=none,policy=none,line=64"
          + " -device '{\"driver\":\"vfio-pci\",\"id\":\"hostdev0\",\"bus\":\"pci.1\"}'";

  private static final String TRANSLATED =
      "HOME=/x /usr/bin/qemu -S -machine q35 -m size=524288k -overcommit mem-lock=off"
          + " -object '{\"qom-type\":\"memory-backend-ram\",\"id\":\"ram-node0\",\"size\":536870912}'"
          + " -numa node,nodeid=0,cpus=0-1,memdev=ram-node0"
          + " -device '{\"driver\":\"vfio-pci\",\"id\":\"hostdev0\",\"bus\":\"pci.1\"}'"
          + " -m size=1024M -machine hmat=on"
          + " -object memory-backend-ram,size=512M,id=ram-node1,host-nodes=0,policy=bind"
          + " -numa node,nodeid=1,memdev=ram-node1,initiator=0,spm=on"
          + " -numa dist,src=1,dst=0,val=21 -numa dist,src=0,dst=1,val=21"
          + " -numa hmat-lb,initiator=0,target=1,hierarchy=memory,data-type=access-bandwidth,bandwidth=1M"
          + " -numa hmat-cache,node-id=1,size=16K,level=1,associativity=none,policy=none,line=64";

  private static List<String> differences(String translated, Set<Feature> features) {
    Domain domain = new Domain("hand", 0, features);
    domain.cells.add(Domain.Cell.of(0, 512, false));
    domain.cells.add(Domain.Cell.of(1, 512, true));
    return Comparison.differences(
        Topology.of(Argv.parse(ORDINARY)),
        Topology.of(Argv.parse(translated)),
        Allowances.of(domain, "spm", true));
  }

  @Test
  void equalTopologiesDifferInNothing() {
    assertEquals(List.of(), differences(TRANSLATED, EnumSet.noneOf(Feature.class)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        ",spm=on||node[1].special: expected spm, translated absent",
        ",spm=on|,memmap-type=spm|node[1].special: expected spm, translated memmap-type",
        "size=512M,id|size=513M,id|node[1].memory.size: expected 536870912, translated 537919488",
        "policy=bind|policy=preferred|node[1].memory.policy: expected bind, translated preferred",
        "host-nodes=0,||node[1].memory.host-nodes: expected 0, translated absent",
        "id=ram-node1,|id=ram-node1,prealloc=on,|node[1].memory.prealloc: expected off, translated on",
        "id=ram-node1,|id=ram-node1,share=on,|node[1].memory.share: expected off, translated on",
        "src=0,dst=1,val=21|src=0,dst=1,val=22|distance[0,1]: expected 21, translated 22",
        "bandwidth=1M|bandwidth=2M|hmat-lb[0,1,memory,access-bandwidth].bandwidth: expected 1048576, translated 2097152",
        "size=16K|size=17K|hmat-cache[1,1].size: expected 16384, translated 17408",
        "mem-lock=off|mem-lock=on|overcommit.mem-lock: expected off, translated on",
        "cpus=0-1|cpus=0|node[0].cpus: expected 0 1, translated 0",
        "hostdev0|hostdev1|device gone: {bus=pci.1, driver=vfio-pci, id=hostdev0}",
        "-S|-no-reboot|argument gone: -S",
      })
  void oneChangeIsNamed(String from, String to, String difference) {
    String changed = TRANSLATED.replaceFirst(from, to == null ? "" : to);
    List<String> found = differences(changed, EnumSet.noneOf(Feature.class));
    assertTrue(found.contains(difference), found::toString);
    boolean replaced = difference.contains("gone");
    boolean sum = difference.contains("memory.size");
    assertEquals(replaced ? 2 : sum ? 3 : 1, found.size(), found::toString);
  }

  @Test
  void markOnAnotherNodeIsTwoDifferences() {
    String moved =
        TRANSLATED
            .replace("initiator=0,spm=on", "initiator=0")
            .replace("memdev=ram-node0 ", "memdev=ram-node0,spm=on ");
    assertEquals(
        List.of(
            "node[0].special: expected absent, translated spm",
            "node[1].special: expected spm, translated absent"),
        differences(moved, EnumSet.noneOf(Feature.class)));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "memdev=ram-node1|memdev=ram-node9|backend ram-node9 is missing",
        "-m size=1024M|-m size=1025M|nodes of 1073741824 bytes do not add up to -m 1074790400",
        "-numa node,nodeid=1,|-numa node,nodeid=0,|node 0 is there twice",
        "-numa node,nodeid=1,|-numa node,nodeid=2,|node 1 is missing",
        "-numa dist,src=1|-numa dist,src=3|node 3 is named before it is there",
        "-object memory-backend-ram,size=512M|-object memory-backend-ram,size=1G,id=m -object memory-backend-ram,size=512M|object m is used by nothing",
      })
  void whatQemuWouldRefuseIsNamed(String from, String to, String violation) {
    List<String> found =
        differences(TRANSLATED.replaceFirst(from, to), EnumSet.noneOf(Feature.class));
    String wanted = "violation[" + violation + "]: expected absent, translated on";
    assertEquals(1, found.stream().filter(wanted::equals).count(), found::toString);
  }

  @Test
  void passedThroughDevicesNeedLockedMemory() {
    assertEquals(
        List.of("overcommit.mem-lock: expected on, translated off"),
        differences(TRANSLATED, EnumSet.of(Feature.VFIO)));
  }
}
