package org.libvirtspm.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Every generated domain's ordinary twin is one that libvirt takes, and equals itself. */
@Tag("oracle")
class TwinsTest {

  @ParameterizedTest
  @EnumSource(Lane.class)
  void ordinaryTwinsAreAccepted(Lane lane) throws Exception {
    Oracle oracle = Oracles.of(lane.suite());
    Map<String, byte[]> documents = new LinkedHashMap<>();
    for (Domain domain : lane.domains(Settings.cases(), Settings.seed())) {
      documents.put(domain.name, DomainWriter.ordinary(domain).getBytes(StandardCharsets.UTF_8));
    }
    Map<String, Oracle.Answer> answers = oracle.argv(documents);
    Map<String, String> refused = new TreeMap<>();
    answers.forEach(
        (name, answer) -> {
          if (answer.refused()) {
            refused.put(
                name, answer.error() + new String(documents.get(name), StandardCharsets.UTF_8));
          } else {
            Topology topology = Topology.of(Argv.parse(answer.output()));
            assertEquals(List.of(), Comparison.differences(topology, topology, List.of()));
            assertEquals(
                List.of(),
                topology.facts().keySet().stream().filter(k -> k.startsWith("violation")).toList(),
                name);
          }
        });
    assertEquals(Map.of(), refused);
  }
}
