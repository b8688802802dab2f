package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.demo.Checkout;
import org.libvirtspm.host.demo.Demo;
import org.libvirtspm.host.demo.Story;

/** {@code virt-spm demo}: the tour, on real libvirt and QEMU. */
public final class DemoCommand implements Command {

  /** For the service loader. */
  public DemoCommand() {}

  private static final Option KEEP =
      new Option(
          List.of("--keep"), null, "Leave libvirt and the guest running, and say how to use them.");

  private static final Option SAMPLE =
      new Option(
          List.of("--sample"),
          "FILE",
          "The domain to show, in place of samples/two-accelerators.xml. It is made small enough"
              + " to start anywhere.");

  @Override
  public String name() {
    return "demo";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm demo",
        "Show it all at work, in a disposable Debian.",
        List.of("[--keep] [--sample FILE]"),
        "Translate a domain, start it on real libvirt, QEMU and firmware, and show what Linux in"
            + " the guest makes of its memory. It needs root on a Debian-family machine, no KVM,"
            + " and the first time a Debian mirror and 400 MB; nothing of the machine's own"
            + " libvirt is touched. It ends with 1 if the guest saw anything else than declared.",
        null,
        List.of(KEEP, SAMPLE, Option.HELP),
        List.of("sudo ./virt-spm demo"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("name the document with --sample FILE");
    }
    Checkout checkout = checkout();
    Path sample =
        arguments
            .value(SAMPLE)
            .map(Input::pathOf)
            .orElseGet(() -> relative(checkout.samples().resolve("two-accelerators.xml")));
    if (!Files.isReadable(sample)) {
      throw new IOException("cannot read " + sample);
    }
    PrintStream out =
        new PrintStream(SafeOutput.unwrapped(terminal.out()), true, StandardCharsets.UTF_8);
    Demo demo =
        new Demo(
            checkout,
            new Story(out, terminal.colours()),
            line -> terminal.err().println("  " + line),
            arguments.has(KEEP));
    return demo.run(sample) ? ExitStatus.FINE : ExitStatus.FAILED;
  }

  private static Checkout checkout() throws IOException {
    Optional<Checkout> checkout = Checkout.ofRunningCode();
    if (checkout.isEmpty()) {
      throw new IOException("the demo works in a checkout of the sources only, as its ./virt-spm");
    }
    if (!Files.exists(Path.of("/etc/debian_version"))) {
      throw new IOException("the demo needs a Debian-family machine, where apt can bring QEMU");
    }
    if (!Integer.valueOf(0).equals(Files.getAttribute(Path.of("/proc/self"), "unix:uid"))) {
      throw new IOException("the demo needs root, for mounts of its own: try sudo ./virt-spm demo");
    }
    return checkout.get();
  }

  private static Path relative(Path path) {
    Path here = Path.of("").toAbsolutePath();
    return path.startsWith(here) ? here.relativize(path) : path;
  }
}
