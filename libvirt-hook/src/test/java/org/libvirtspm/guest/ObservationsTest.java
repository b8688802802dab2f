package org.libvirtspm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libvirtspm.host.demo.Declared;
import org.libvirtspm.host.demo.GuestReport;
import org.libvirtspm.host.demo.Observation;
import org.libvirtspm.host.demo.Observations;

/** The demo's ticks, and that each of them can be a cross. */
class ObservationsTest {

  private static final String DOMAIN =
      """
      <domain><cpu><numa>
        <cell id='0' cpus='0' memory='256' unit='MiB'>
          <distances><sibling id='0' value='10'/><sibling id='1' value='17'/></distances>
        </cell>
        <cell id='1' memory='256' unit='MiB' spm='on'/>
        <interconnects>
          <latency initiator='0' target='1' type='access' value='160'/>
          <bandwidth initiator='0' target='1' type='access' value='800' unit='GiB'/>
        </interconnects>
      </numa></cpu></domain>
      """;

  @Test
  void allHoldsForTheGuestOfThatDomain() throws Exception {
    assertEquals(List.of(), crosses(DOMAIN, Consoles.twoNodes()));
  }

  @ParameterizedTest
  @CsvSource({
    "value='17', value='18', 'SLIT, node 0 to 0 1'",
    "value='160', value='161', 'HMAT, access latency 0 to 1'",
    "value='800', value='801', 'HMAT, access bandwidth 0 to 1'",
  })
  void aNumberThatDiffersIsACross(String from, String to, String subject) throws Exception {
    assertEquals(List.of(subject), crosses(DOMAIN.replace(from, to), Consoles.twoNodes()));
  }

  @ParameterizedTest
  @CsvSource({
    "soft reserved, reserved, 'e820, node 1|soft reserved in all'",
    "target_node 1, target_node 0, 'for its driver, node 1'",
    "size 268435456, size 134217728, 'for its driver, node 1'",
    "node 0 MemTotal 169784, node 0 MemTotal 16978, 'for programs, node 0'",
    "node 0 MemTotal 169784, node 1 MemTotal 169784, 'for programs, node 0|for programs, node 1'",
    "table SRAT, table NONE, 'SRAT, node 0|e820, node 1|SRAT, node 1'",
    "table SLIT, table NONE, 'SLIT, node 0 to 0 1'",
    "table HMAT, table NONE, 'HMAT, access latency 0 to 1|HMAT, access bandwidth 0 to 1'",
  })
  void whatTheGuestDoesNotSeeIsACross(String from, String to, String subjects) throws Exception {
    assertEquals(
        List.of(subjects.split("\\|", -1)), crosses(DOMAIN, Consoles.twoNodes().replace(from, to)));
  }

  @Test
  void moreSoftReservedThanDeclaredIsACross() throws Exception {
    String more =
        Consoles.twoNodes().replace("0x000000010fffffff] soft", "0x000000011fffffff] soft");
    assertEquals(List.of("soft reserved in all"), crosses(DOMAIN, more));
  }

  private static List<String> crosses(String domain, String console) throws Exception {
    Declared declared = Declared.in(domain.getBytes(StandardCharsets.UTF_8));
    return Observations.of(declared, GuestReport.all(console).get(0)).stream()
        .filter(finding -> !finding.holds())
        .map(Observation::subject)
        .toList();
  }
}
