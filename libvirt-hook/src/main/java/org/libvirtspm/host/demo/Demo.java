package org.libvirtspm.host.demo;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.libvirtspm.host.document.UnifiedDiff;
import org.libvirtspm.translator.internal.xml.MalformedException;

/** The tour from extended XML to a guest's view of its memory. */
public final class Demo {

  private static final String SUITE = "forky";

  private final Story story;
  private final Consumer<String> progress;
  private final Testbed testbed;
  private final boolean keep;

  /**
   * Prepares a tour.
   *
   * @param progress takes lines about what is under way
   * @param keep whether libvirt and its domain stay, for the user to look around
   */
  public Demo(Checkout checkout, Story story, Consumer<String> progress, boolean keep) {
    this.story = story;
    this.progress = progress;
    this.testbed = new Testbed(checkout.testbed(), SUITE);
    this.keep = keep;
  }

  /**
   * Gives the tour.
   *
   * @return true when the guest saw all that was declared
   */
  public boolean run(Path sample) throws IOException {
    byte[] original = Files.readAllBytes(sample);
    SmallDomain domain = small(original, sample);
    story.heading("1. Real libvirt, QEMU and firmware, in a Debian of their own");
    Map<String, String> versions = testbed.build(progress);
    story.line(Versions.sentence(versions));
    story.line("nothing of this machine's own libvirt is touched");
    byte[] translated = DemoTranslation.of(domain.document(), sample.toString(), versions, story);
    tell(domain, sample, translated);
    return start(domain, translated);
  }

  private SmallDomain small(byte[] original, Path sample) throws IOException {
    try {
      if (Declared.in(original).special().isEmpty()) {
        throw new IOException(
            sample + " declares no cell with spm='on', so there is nothing to show");
      }
      String stay = keep ? "spm.stay" : "";
      return SmallDomain.of(original, new SmallDomain.Settings("", "", stay));
    } catch (MalformedException e) {
      throw new IOException(e.problem().format(sample.toString()), e);
    }
  }

  private void tell(SmallDomain domain, Path sample, byte[] translated) {
    story.heading("2. A domain with Specific Purpose Memory: " + sample);
    story.line("Made for hardware that few have, so this copy of it is smaller:");
    story.items(domain.changes());
    story.line("This is what it declares; spm='on' is what libvirt does not know:");
    story.document(Excerpt.of(domain.text()));
    story.heading("3. What virt-spm translate makes of it, for QEMU's " + DemoTranslation.DIALECT);
    story.diff(UnifiedDiff.lines("extended", domain.document(), "translated", translated));
  }

  private boolean start(SmallDomain domain, byte[] translated) throws IOException {
    try (EndedInstance ended = new EndedInstance(keep ? testbed.startForGood() : testbed.start())) {
      boolean all = bootOrLog(ended.instance(), domain, translated);
      if (keep) {
        ended.keep();
        tellHowToLookAround(ended.instance(), domain);
      }
      return all;
    }
  }

  private boolean bootOrLog(Instance instance, SmallDomain domain, byte[] translated)
      throws IOException {
    try {
      return boot(instance, domain, translated);
    } catch (TestbedFailure e) {
      throw withLog(e, instance, domain);
    }
  }

  private boolean boot(Instance instance, SmallDomain domain, byte[] translated)
      throws IOException {
    story.heading("4. libvirt takes it and starts it");
    instance.prepare(domain);
    String file = instance.put(domain.name(), translated);
    say(instance, "virsh", "define", "--validate", file);
    say(instance, "virsh", "start", domain.name());
    progress.accept("waiting for the guest, which takes 10 to 60 seconds without KVM");
    GuestReport report = instance.report(domain.name(), 1);
    List<Observation> observations = Observations.of(Declared.in(domain.document()), report);
    story.heading("5. What Linux in the guest makes of it");
    story.observations(observations, "declared", "what the guest saw");
    return verdict(observations);
  }

  private void say(Instance instance, String... words) throws IOException {
    String printed = instance.must(String.join(" ", words) + " failed", words);
    story.line("$ " + String.join(" ", words));
    story.line(printed.strip());
  }

  private boolean verdict(List<Observation> observations) {
    long crosses = observations.stream().filter(f -> !f.holds()).count();
    story.heading(
        crosses == 0
            ? "The guest sees its special purpose memory as declared."
            : crosses + " of " + observations.size() + " did not come out as declared.");
    return crosses == 0;
  }

  private void tellHowToLookAround(Instance instance, SmallDomain domain) {
    story.heading("The guest is still running:");
    String exec = testbed.script() + " exec " + instance.folder() + " ";
    story.line(exec + "virsh list");
    story.line(exec + "virsh console " + domain.name() + "    (leave it with Ctrl-])");
    story.line("To end it all: " + testbed.script() + " stop " + instance.folder());
  }

  private static IOException withLog(TestbedFailure failure, Instance instance, SmallDomain domain)
      throws IOException {
    Path log = Files.createTempFile("virt-spm-demo", ".log");
    Files.writeString(
        log,
        failure.outcome()
            + "\n== guest console\n"
            + instance.console(domain.name())
            + "\n== QEMU\n"
            + instance.exec("sh", "-c", "cat /var/log/libvirt/qemu/*.log"));
    return new IOException(failure.getMessage() + "; the whole story is in " + log, failure);
  }
}
