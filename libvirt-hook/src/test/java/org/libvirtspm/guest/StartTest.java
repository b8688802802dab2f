package org.libvirtspm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.libvirtspm.host.demo.Declared;
import org.libvirtspm.host.demo.Observation;
import org.libvirtspm.host.demo.Observations;
import org.libvirtspm.testbed.Summary;

/** Every sample and some generated domains start in every form, and their guests see the memory. */
@Tag("testbed")
@Execution(ExecutionMode.CONCURRENT)
class StartTest {

  private static final int GENERATED = Integer.getInteger("spm.guests", 4);
  private static final long SEED = Long.getLong("spm.seed", 1);

  /** No ordinary cell is bound as its SPM cell is: before libvirt 12 QEMU alone has the device. */
  private static final String BOUND = "bound-alone";

  private static final Set<String> ALSO_PASSED_THROUGH =
      Set.of("apu-hbm", "ram-backed", "two-accelerators", BOUND, "generated" + SEED);

  static List<Arguments> domainsInEveryForm() throws IOException {
    Map<String, byte[]> domains = new LinkedHashMap<>(Documents.samples());
    domains.put(BOUND, boundAlone());
    domains.putAll(Generated.domains(GENERATED, SEED));
    List<Arguments> arguments = new ArrayList<>();
    for (Map.Entry<String, byte[]> domain : domains.entrySet()) {
      for (Lane lane : Lane.values()) {
        arguments.add(Arguments.of(domain.getKey(), lane, domain.getValue()));
      }
    }
    return arguments;
  }

  private static byte[] boundAlone() {
    return Documents.domain(
        "q35",
        "firmware='efi'",
        "<numatune><memnode cellid='1' mode='preferred' nodeset='0'/></numatune>",
        "<cell id='0' cpus='0-1' memory='256' unit='MiB'/>"
            + "<cell id='1' memory='256' unit='MiB' spm='on'/>",
        "<memballoon model='virtio'/>");
  }

  @ParameterizedTest(name = "{0}, {1}")
  @MethodSource("domainsInEveryForm")
  void startsWithTheMarkOnExactlyTheSpecialNodes(String name, Lane lane, byte[] document)
      throws Exception {
    try (Guest guest = Guest.start(lane, document, name, "")) {
      assertEquals(wantedMarks(guest, lane), Marks.of(guest, lane));
      assertEquals(wantedMaximum(guest), DomainInfo.of(guest).maximumKib());
      if (isBooted(name, lane)) {
        assertEquals(List.of(), misses(guest));
        Summary.passed(lane.suite(), "guests that see their memory, " + lane.suffix());
      }
    }
    Summary.passed(lane.suite(), "domains started, " + lane.suffix());
  }

  /** A guest without KVM takes its time: each domain boots natively, some also passed through. */
  private static boolean isBooted(String name, Lane lane) {
    return lane == Lane.NATIVE || (lane == Lane.PASSTHROUGH && ALSO_PASSED_THROUGH.contains(name));
  }

  private static List<String> wantedMarks(Guest guest, Lane lane) throws IOException {
    return guest.declared().special().stream()
        .map(node -> lane.isMarkedByQemu() ? node.id() + " " + node.kib() * 1024 : node.id() + "")
        .toList();
  }

  /** Where libvirt does not know of the special memory it counts the ordinary nodes only. */
  private static long wantedMaximum(Guest guest) throws IOException {
    boolean counted = !guest.virsh("dumpxml", guest.name()).contains(",id=ram-node");
    return guest.declared().nodes().stream()
        .filter(node -> counted || !node.special())
        .mapToLong(Declared.Node::kib)
        .sum();
  }

  private static List<Observation> misses(Guest guest) throws IOException {
    return Observations.of(guest.declared(), guest.report()).stream()
        .filter(f -> !f.holds())
        .toList();
  }
}
