package org.libvirtspm.host.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.libvirtspm.host.document.UnifiedDiff;

/** The tour of a host whose device-dax device becomes a guest's memory. */
public final class HostDemo {

  private static final String DOMAIN = "demo";
  private static final String DEVICE = "dax0.0";
  private static final String PATH = "/dev/" + DEVICE;
  private static final long SPECIAL_MIB = 512;
  private static final long ALL_MIB = 768;
  private static final String FILE = "/root/" + DOMAIN + ".xml";

  /** Data that the guest writes to its device, for the host to read. */
  private static final String WORDS = "words-of-the-guest";

  private static final int GUEST_LIMIT_MINUTES = 60;
  private static final int POLL_SECONDS = 5;

  private final Checkout checkout;
  private final Story story;
  private final Progress progress;
  private final Wishes wishes;
  private final Testbed testbed;

  /**
   * What the user asks for.
   *
   * @param boot whether the guest boots even where that takes long
   * @param keep whether the host stays, for the user to look around
   */
  public record Wishes(boolean boot, boolean keep) {}

  /** Prepares a tour. */
  public HostDemo(Checkout checkout, Story story, Progress progress, Wishes wishes) {
    this.checkout = checkout;
    this.story = story;
    this.progress = progress;
    this.wishes = wishes;
    this.testbed = new Testbed(checkout.testbed(), "forky", true);
  }

  /**
   * Gives the tour.
   *
   * @param library the folder of the jars of virt-spm
   * @return true when all came out as it should
   */
  public boolean run(Path library) throws IOException {
    story.heading("1. A host with device-dax memory: Debian in a QEMU of this machine");
    Map<String, String> versions =
        progress.during(
            "making the host, once (several minutes, 2 GB)", told -> testbed.build(told));
    story.line(Versions.sentence(versions));
    story.line("nothing of this machine's own libvirt and devices is touched");
    try (EndedInstance ended = new EndedInstance(start())) {
      boolean all = tour(new RealHost(ended.instance()), library, versions);
      if (wishes.keep()) {
        ended.keep();
        tellHowToLookAround(ended.instance().folder());
      }
      return all;
    }
  }

  private Instance start() throws IOException {
    return progress.during(
        "starting the host", () -> wishes.keep() ? testbed.startForGood() : testbed.start());
  }

  private boolean tour(RealHost host, Path library, Map<String, String> versions)
      throws IOException {
    boolean kvm = host.hasKvm();
    story.line(
        kvm
            ? "its processors are this machine's, by KVM"
            : "without KVM its processors are emulated: all of it takes 10 to 20 times as long");
    say(host, "uname", "-nsr");
    story.heading("2. Its special purpose memory");
    say(host, "daxctl", "list");
    byte[] document = document();
    byte[] translated = tellTranslation(document, versions);
    define(host, library, translated);
    List<Observation> observations = new ArrayList<>(start(host));
    if (kvm || wishes.boot()) {
      observations.addAll(boot(host, document));
    } else {
      story.line("The guest is left paused: without KVM it boots for 20 minutes and more.");
      story.line("virt-spm demo --host --boot waits for it, and shows what Linux in it sees.");
    }
    return verdict(observations);
  }

  /** Returns the domain of the host tests, with one element per line. */
  private byte[] document() throws IOException {
    String script =
        ". \"$1\"; guest \"$2\" \"$(special \"$3\" \"$(dax \"$4\" 2)\")\" \"$5\" '' '' \"$6\"";
    Outcome outcome =
        Programs.run(
            List.of(
                "bash",
                "-c",
                script,
                "bash",
                checkout.testbed().resolveSibling("hosttest-domains.bash").toString(),
                DOMAIN,
                SPECIAL_MIB + "",
                DEVICE,
                ALL_MIB + "",
                "spm.write=" + WORDS));
    if (!outcome.fine()) {
      throw new TestbedFailure("the domain could not be made", outcome);
    }
    return outcome
        .output()
        .replaceAll("(?=<cell |</cell>)", "\n      ")
        .replace("<source>", "\n        <source>")
        .replace("</numa>", "\n    </numa>")
        .replaceAll("(?m)^ *\n", "")
        .getBytes(StandardCharsets.UTF_8);
  }

  private byte[] tellTranslation(byte[] document, Map<String, String> versions) throws IOException {
    String text = new String(document, StandardCharsets.UTF_8);
    story.heading("3. A domain whose node 1 is " + PATH);
    story.line("spm='on' is what libvirt does not know:");
    story.document(Excerpt.of(text));
    byte[] translated = DemoTranslation.of(document, "the domain", versions, story);
    story.line("What virt-spm translate makes of it, for QEMU's " + DemoTranslation.DIALECT + ":");
    story.diff(UnifiedDiff.lines("extended", document, "translated", translated));
    return translated;
  }

  private void define(RealHost host, Path library, byte[] translated) throws IOException {
    story.heading("4. libvirt takes it; what is in the way of its start?");
    host.put(FILE, translated);
    say(host, "virsh", "define", "--validate", FILE);
    progress.during(
        "putting virt-spm into the host",
        () -> {
          host.putProgram(library);
          return "";
        });
    Outcome check = progress.during("virt-spm check", () -> host.exec("virt-spm", "check", DOMAIN));
    story.line("$ virt-spm check " + DOMAIN);
    story.text(check.output() + check.errors());
    List<String> remedy =
        check.output().lines().map(String::strip).filter(HostDemo::isCommand).toList();
    if (remedy.isEmpty() && !check.fine()) {
      throw new TestbedFailure("virt-spm check names no command that helps", check);
    }
    if (!remedy.isEmpty()) {
      story.line("As it says:");
      for (String command : remedy) {
        sayShell(host, command);
      }
    }
    story.line(PATH + " is bound to " + host.driver(DEVICE));
  }

  /** True for a command in a remedy of check. */
  private static boolean isCommand(String line) {
    return line.startsWith("daxctl ") || line.startsWith("echo ");
  }

  private List<Observation> start(RealHost host) throws IOException {
    story.heading("5. libvirt starts it, paused at first");
    say(host, "virsh", "start", "--paused", DOMAIN);
    story.heading("6. What the host says of it");
    List<Observation> observations =
        progress.during(
            "looking at the guest's QEMU", () -> host.proofs(DOMAIN, PATH, SPECIAL_MIB * 1024));
    story.observations(observations, "expected", "seen");
    return observations;
  }

  private List<Observation> boot(RealHost host, byte[] document) throws IOException {
    story.heading("7. What Linux in the guest makes of it");
    say(host, "virsh", "resume", DOMAIN);
    GuestReport report = progress.during("the guest boots", () -> report(host));
    List<Observation> observations =
        new ArrayList<>(Observations.of(Declared.in(document), report));
    String length = WORDS.length() + "";
    String read = host.exec("/testbed/dax-memory", "read", PATH, length).output().strip();
    observations.add(
        new Observation(read.equals(WORDS), "what it wrote, in the host's " + PATH, WORDS, read));
    story.observations(observations, "declared", "seen");
    return observations;
  }

  /** Waits until the guest has reported and powered off; returns its report. */
  private static GuestReport report(RealHost host) throws IOException {
    long end = System.nanoTime() + GUEST_LIMIT_MINUTES * 60 * 1_000_000_000L;
    while (!host.isOff(DOMAIN)) {
      if (System.nanoTime() > end) {
        throw noReport(host, "did not end within " + GUEST_LIMIT_MINUTES + " minutes");
      }
      Instance.pause(POLL_SECONDS * 1000);
    }
    List<GuestReport> reports = GuestReport.all(host.console(DOMAIN));
    if (reports.isEmpty()) {
      throw noReport(host, "ended without a report");
    }
    return reports.get(0);
  }

  private static TestbedFailure noReport(RealHost host, String how) throws IOException {
    return new TestbedFailure(
        "the guest " + how, new Outcome("its console", 1, host.console(DOMAIN), ""));
  }

  private boolean verdict(List<Observation> observations) {
    long crosses = observations.stream().filter(f -> !f.holds()).count();
    story.heading(
        crosses == 0
            ? "A real " + PATH + " of this host is now the guest's."
            : crosses + " of " + observations.size() + " did not come out as they should.");
    return crosses == 0;
  }

  private void tellHowToLookAround(Path folder) {
    story.heading("The host is still running:");
    String host = testbed.script() + " host ";
    story.line(host + "exec " + folder + " virsh list --all");
    story.line(host + "exec " + folder + " virt-spm devices");
    story.line("To end it: " + host + "stop " + folder);
  }

  private void say(RealHost host, String... words) throws IOException {
    String command = String.join(" ", words);
    String printed = progress.during(command, () -> host.must(words));
    story.line("$ " + command);
    story.text(printed);
  }

  private void sayShell(RealHost host, String command) throws IOException {
    story.line("$ " + command);
    String printed = progress.during(command, () -> host.must("sh", "-c", command));
    story.text(printed);
  }
}
