package org.libvirtspm.testbed;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/** Translates domains for one lane and compares what libvirt makes of both sides. */
final class Trial {
  private final Lane lane;
  private final Oracle oracle;
  private final Target target;

  Trial(Lane lane, Oracle oracle) throws Exception {
    this.lane = lane;
    this.oracle = oracle;
    this.target =
        new Target(
            Dialect.find(lane.dialect()).orElseThrow(),
            LibvirtVersion.find(lane.libvirt(oracle.version())).orElseThrow());
  }

  Lane lane() {
    return lane;
  }

  Domain rebuild(Domain domain, Set<Feature> features) {
    return lane.generator().build(domain.name, domain.seed, features);
  }

  Translation translate(byte[] document) {
    return Translator.translate(document, emulator -> target);
  }

  String translatedText(Domain domain) {
    Translation result = translate(bytes(DomainWriter.extended(domain)));
    return result
        .document()
        .map(d -> new String(d, StandardCharsets.UTF_8))
        .orElse("refused: " + result.problems());
  }

  static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** The domains for which something does not hold. */
  List<Failure> failures(List<Domain> domains) throws Exception {
    Map<String, byte[]> ordinary = new LinkedHashMap<>();
    Map<String, byte[]> translated = new LinkedHashMap<>();
    Map<String, List<String>> wrong = new LinkedHashMap<>();
    for (Domain domain : domains) {
      wrong.put(domain.name, pure(domain, translated));
      ordinary.put(domain.name, bytes(DomainWriter.ordinary(domain)));
    }
    Map<String, Oracle.Answer> twins = oracle.argv(ordinary);
    Map<String, Oracle.Answer> answers = translated.isEmpty() ? Map.of() : oracle.argv(translated);
    List<Failure> failures = new ArrayList<>();
    for (Domain domain : domains) {
      List<String> differences = wrong.get(domain.name);
      if (answers.containsKey(domain.name)) {
        differences.addAll(compare(domain, twins.get(domain.name), answers.get(domain.name)));
      }
      if (!differences.isEmpty()) {
        failures.add(new Failure(domain, differences));
      }
    }
    return failures;
  }

  /** What can be asked of the translator alone: it accepts, it is idempotent, it can go back. */
  private List<String> pure(Domain domain, Map<String, byte[]> translated) {
    List<String> wrong = new ArrayList<>();
    byte[] input = bytes(DomainWriter.extended(domain));
    Translation result = translate(input);
    if (result.document().isEmpty()) {
      boolean foreseen = Foreseen.refusal(domain, lane, result.problems());
      return foreseen ? wrong : new ArrayList<>(List.of("refused: " + errors(result)));
    }
    byte[] output = result.document().get();
    translated.put(domain.name, output);
    boolean devices = lane.dialect().equals("sp-mem");
    if (devices && isPassed(result.xml()) && !Foreseen.passedDevices(domain)) {
      wrong.add("passes devices that an ordinary cell could carry");
    }
    Translation again = translate(output);
    if (again.document().isEmpty() || !Arrays.equals(output, again.document().get())) {
      wrong.add("translating twice changes the document: " + again.problems());
    }
    Translation back = Translator.untranslate(output);
    boolean indented = !domain.has(Feature.UNINDENTED);
    if (back.document().isEmpty() || !SameXml.same(input, back.document().get(), indented)) {
      wrong.add("untranslate does not give the input: " + back.problems());
    }
    return wrong;
  }

  private static String errors(Translation result) {
    return result.problems().stream()
        .filter(p -> p.severity() == Severity.ERROR)
        .map(p -> p.format(""))
        .collect(Collectors.joining("\n"));
  }

  private List<String> compare(Domain domain, Oracle.Answer twin, Oracle.Answer answer) {
    if (twin.refused()) {
      return List.of("libvirt refuses the ordinary twin: " + twin.error());
    }
    if (answer.refused()) {
      return List.of("libvirt refuses the translated domain: " + answer.error());
    }
    return Comparison.differences(
        Topology.of(Argv.parse(twin.output())),
        Topology.of(Argv.parse(answer.output())),
        Allowances.of(domain, lane.dialect(), isPassed(answer.output())));
  }

  /** True where backends are arguments that libvirt knows nothing of: its own are JSON. */
  private static boolean isPassed(String text) {
    return text.contains(",id=ram-node");
  }
}
