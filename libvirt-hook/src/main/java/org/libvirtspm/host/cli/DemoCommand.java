package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.demo.Checkout;
import org.libvirtspm.host.demo.Demo;
import org.libvirtspm.host.demo.HostDemo;
import org.libvirtspm.host.demo.HostMemory;
import org.libvirtspm.host.demo.Progress;
import org.libvirtspm.host.demo.Story;

/** {@code virt-spm demo}: the tour, on real libvirt and QEMU. */
public final class DemoCommand implements Command {

  /** For the service loader. */
  public DemoCommand() {}

  private static final int MOST_COLUMNS = 76;

  private static final Option KEEP =
      new Option(
          List.of("--keep"),
          null,
          "Leave libvirt and the guest, or the host, running, and say how to use them.");

  private static final Option HOST =
      new Option(
          List.of("--host"),
          null,
          "Show a host with device-dax memory in place of a guest with ordinary memory: a QEMU with"
              + " systemd, AppArmor and an IOMMU, whose /dev/dax0.0 becomes a guest's.");

  private static final Option BOOT =
      new Option(
          List.of("--boot"),
          null,
          "With --host: boot the guest through, as is done anyway where there is KVM. Without KVM it"
              + " takes 20 minutes and more, and the guest is left paused.");

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
        List.of("[--keep] [--sample FILE]", "--host [--boot] [--keep]"),
        "Translate a domain, start it on real libvirt, QEMU and firmware, and show what Linux in"
            + " the guest makes of its memory. It needs root on a Debian-family machine, no KVM,"
            + " and the first time a Debian mirror and 400 MB; nothing of the machine's own"
            + " libvirt is touched. It ends with 1 if the guest saw anything else than declared."
            + " With --host it shows the way of a device of a host into a guest: the domain, its"
            + " translation, what virt-spm check has one do, the start, and what the host says of"
            + " it. That takes 6 GiB of memory, the first time 2 GB of disk and several minutes, and"
            + " later a minute or two, without KVM too.",
        null,
        List.of(HOST, BOOT, KEEP, SAMPLE, Option.HELP),
        List.of("sudo ./virt-spm demo", "sudo ./virt-spm demo --host"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("name the document with --sample FILE");
    }
    if (arguments.has(HOST) ? arguments.value(SAMPLE).isPresent() : arguments.has(BOOT)) {
      throw new UsageException(
          arguments.has(HOST)
              ? "--host shows a domain of its own: leave out --sample"
              : "--boot is for a host: add --host");
    }
    Checkout checkout = checkout();
    return arguments.has(HOST)
        ? host(checkout, arguments, terminal)
        : guest(checkout, arguments, terminal);
  }

  private static ExitStatus guest(Checkout checkout, Arguments arguments, Terminal terminal)
      throws IOException {
    Path sample =
        arguments
            .value(SAMPLE)
            .map(Input::pathOf)
            .orElseGet(() -> relative(checkout.samples().resolve("two-accelerators.xml")));
    if (!Files.isReadable(sample)) {
      throw new IOException("cannot read " + sample);
    }
    Demo demo =
        new Demo(
            checkout,
            story(terminal),
            line -> terminal.err().println("  " + line),
            arguments.has(KEEP));
    return demo.run(sample) ? ExitStatus.FINE : ExitStatus.FAILED;
  }

  private static Story story(Terminal terminal) {
    PrintStream out =
        new PrintStream(SafeOutput.unwrapped(terminal.out()), true, StandardCharsets.UTF_8);
    return new Story(out, terminal.colours());
  }

  private static ExitStatus host(Checkout checkout, Arguments arguments, Terminal terminal)
      throws IOException {
    HostMemory.require();
    Progress progress =
        terminal.interactive() ? new Progress(line -> show(line, terminal)) : Progress.NONE;
    HostDemo.Wishes wishes = new HostDemo.Wishes(arguments.has(BOOT), arguments.has(KEEP));
    return new HostDemo(checkout, story(terminal), progress, wishes).run(checkout.library())
        ? ExitStatus.FINE
        : ExitStatus.FAILED;
  }

  /** In place of the line before; longer ones would leave lines behind. */
  private static void show(String line, Terminal terminal) {
    String shown = Printable.text(line);
    terminal.eraseLine();
    terminal
        .err()
        .print(
            shown.isEmpty()
                ? ""
                : "  " + shown.substring(0, Math.min(shown.length(), MOST_COLUMNS)));
    terminal.err().flush();
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
