package org.libvirtspm.testbed;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.parallel.Execution;
import org.junit.jupiter.api.parallel.ExecutionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Translated domains have the memory topology of their ordinary twins, but for the mark. */
@Tag("oracle")
@Execution(ExecutionMode.CONCURRENT)
class DifferentialTest {

  @ParameterizedTest
  @EnumSource(Lane.class)
  void translatedDomainsHaveTheirTwinsTopology(Lane lane) throws Exception {
    Trial trial = new Trial(lane, Oracles.of(lane.suite()));
    List<Domain> domains = lane.domains(Settings.cases(), Settings.seed());
    List<Failure> failures = trial.failures(domains);
    assertEquals("", Failure.report(failures, trial, trial::failures));
    Summary.passed(lane.suite(), "domains like their twins, " + lane, domains.size());
  }

  @ParameterizedTest
  @EnumSource(Lane.class)
  void domainsComeBackFromLibvirt(Lane lane) throws Exception {
    Oracle oracle = Oracles.of(lane.suite());
    Trial trial = new Trial(lane, oracle);
    RoundTrip trip = new RoundTrip(trial, oracle);
    List<Domain> domains = lane.domains(Settings.cases(), Settings.seed());
    assertEquals("", Failure.report(trip.failures(domains), trial, trip::failures));
    Summary.passed(lane.suite(), "domains back from libvirt, " + lane, domains.size());
  }
}
