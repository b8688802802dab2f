package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;

/** {@code virt-spm create}: starts a transient domain from extended XML. */
final class CreateCommand implements Command {

  /** VIR_DOMAIN_START_PAUSED. */
  private static final int START_PAUSED = 1;

  private static final Option PAUSED =
      new Option(List.of("--paused"), null, "Leave the guest paused.");

  @Override
  public String name() {
    return "create";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm create",
        "Start a transient domain from extended XML.",
        List.of(
            "[-c URI] [--print] [--no-validate] [--paused]",
            TargetOptions.SYNOPSIS,
            "[--werror] [--format text|json] FILE"),
        "Translate domain XML that declares Specific Purpose Memory for that libvirt and that"
            + " emulator, have libvirt check it against its schema, and start the domain, which"
            + " is gone when its guest ends.",
        Input.DESCRIPTION,
        List.of(
            LibvirtOptions.CONNECT,
            LibvirtOptions.PRINT,
            LibvirtOptions.NO_VALIDATE,
            PAUSED,
            LibvirtOptions.DIALECT,
            Option.WERROR,
            FormatOption.FORMAT,
            Option.HELP),
        List.of("virt-spm create guest.xml"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    boolean validate = !arguments.has(LibvirtOptions.NO_VALIDATE);
    int flags = arguments.has(PAUSED) ? START_PAUSED : 0;
    return Definition.run(
        arguments, terminal, "created", (libvirt, xml) -> libvirt.create(xml, validate, flags));
  }
}
