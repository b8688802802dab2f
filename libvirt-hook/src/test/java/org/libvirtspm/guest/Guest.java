package org.libvirtspm.guest;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.host.demo.Declared;
import org.libvirtspm.host.demo.GuestReport;
import org.libvirtspm.host.demo.Instance;
import org.libvirtspm.host.demo.Outcome;
import org.libvirtspm.host.demo.SmallDomain;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/** A domain that runs under libvirt in the testbed; it is gone after the test. */
final class Guest implements AutoCloseable {

  private static final Pattern SP_MEM =
      Pattern.compile(
          "\"type\":\"sp-mem\",\"data\":\\{[^}]*\"size\":(?<size>\\d+),\"node\":(?<node>\\d+)");

  private final Lane lane;
  private final Instance instance;
  private final SmallDomain domain;
  private final List<Problem> problems;

  private Guest(Lane lane, Instance instance, SmallDomain domain, List<Problem> problems) {
    this.lane = lane;
    this.instance = instance;
    this.domain = domain;
    this.problems = problems;
  }

  /** What may be done to a document between its translation and libvirt. */
  interface Tampering {
    String with(String translated);
  }

  /** Translates a document, has libvirt validate and define it, and starts it. */
  static Guest start(Lane lane, byte[] document, String name, String kernelArguments)
      throws Exception {
    return start(lane, document, name, kernelArguments, translated -> translated);
  }

  static Guest start(
      Lane lane, byte[] document, String name, String kernelArguments, Tampering tampering)
      throws Exception {
    Bed bed = Bed.of(lane.suite());
    SmallDomain domain =
        SmallDomain.of(
            document,
            new SmallDomain.Settings(name + "-" + lane.suffix(), lane.emulator(), kernelArguments));
    Target target =
        new Target(Dialect.find(lane.dialect()).orElseThrow(), lane.libvirt(bed.libvirt()));
    Translation result = Translator.translate(domain.document(), emulator -> target);
    assertTrue(result.document().isPresent(), () -> "refused: " + result.problems());
    String translated = new String(result.document().get(), StandardCharsets.UTF_8);
    Guest guest = new Guest(lane, bed.instance(), domain, result.problems());
    guest.boot(tampering.with(translated));
    return guest;
  }

  private void boot(String translated) throws IOException {
    instance.prepare(domain);
    String file = instance.put(domain.name(), translated.getBytes(StandardCharsets.UTF_8));
    virsh("define", "--validate", file);
    try {
      virsh("start", domain.name());
    } catch (AssertionError e) {
      close();
      throw new AssertionError(e.getMessage() + "\nof\n" + translated, e);
    }
  }

  /** Runs virsh, which must do as told, and returns what it printed. */
  String virsh(String... words) throws IOException {
    Outcome outcome = tryVirsh(words);
    assertEquals(0, outcome.status(), outcome::toString);
    return outcome.output();
  }

  /** Runs virsh, which may refuse. */
  Outcome tryVirsh(String... words) throws IOException {
    List<String> command = new ArrayList<>(List.of("virsh", "-q"));
    command.addAll(List.of(words));
    return instance.exec(command.toArray(String[]::new));
  }

  String name() {
    return domain.name();
  }

  Instance instance() {
    return instance;
  }

  /** What the translator had to say. */
  List<Problem> problems() {
    return problems;
  }

  /** What the document declares, by a reading of its own. */
  Declared declared() throws IOException {
    return Declared.in(domain.document());
  }

  /** The guest's first report. */
  GuestReport report() throws IOException {
    return instance.report(name(), 1);
  }

  /** A report that the guest has not begun yet. */
  GuestReport nextReport() throws IOException {
    return instance.report(name(), reports() + 2);
  }

  int reports() throws IOException {
    return GuestReport.all(instance.console(name())).size();
  }

  /** The special purpose memory QEMU has, as "node size" in bytes, from QMP. */
  List<String> specialMemory() throws IOException {
    String answer = virsh("qemu-monitor-command", name(), "{\"execute\":\"query-memory-devices\"}");
    List<String> found = new ArrayList<>();
    Matcher device = SP_MEM.matcher(answer);
    while (device.find()) {
      found.add(device.group("node") + " " + device.group("size"));
    }
    return found.stream().sorted().toList();
  }

  /** The arguments QEMU would have got, as the wrapper wrote them down. */
  List<String> recordedArguments() throws IOException {
    Path file = instance.share().resolve("argv").resolve(name());
    return List.of(Files.readString(file).split("\0", -1));
  }

  @Override
  public void close() throws IOException {
    tryVirsh("destroy", name());
    tryVirsh("managedsave-remove", name());
    tryVirsh("undefine", "--nvram", name());
    for (SmallDomain.Memory memory : domain.memories()) {
      Files.deleteIfExists(instance.share().resolve(Path.of(memory.path()).getFileName()));
    }
  }

  @Override
  public String toString() {
    return name() + " (" + lane + ")";
  }
}
