package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;

/** {@code virt-spm edit}: a domain's extended XML in an editor. */
final class EditCommand implements Command {

  @Override
  public String name() {
    return "edit";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm edit",
        "Edit a domain as extended XML.",
        List.of(
            "[-c URI] [--no-validate]", TargetOptions.SYNOPSIS + " [--format text|json] DOMAIN"),
        "Edit a domain's XML as its author would write it, with $VISUAL, $EDITOR or vi. What you"
            + " saved is translated and checked before the domain is redefined; if anything is"
            + " wrong, you can edit it again. Your text is kept in a file whenever it did not make"
            + " it to libvirt, unless you say otherwise. With --format json you are not asked: what"
            + " is wrong ends the run, with your text kept.",
        "A domain's name, UUID, or number while it runs.",
        List.of(
            LibvirtOptions.CONNECT,
            LibvirtOptions.NO_VALIDATE,
            LibvirtOptions.DIALECT,
            FormatOption.FORMAT,
            Option.HELP),
        List.of("virt-spm edit guest"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    String wanted = LibvirtOptions.onlyDomain(arguments);
    try (LibvirtConnection libvirt = LibvirtOptions.connect(arguments);
        LibvirtDomain domain = libvirt.domain(wanted)) {
      return new EditSession(
              libvirt,
              domain,
              LibvirtOptions.translation(arguments, libvirt),
              !arguments.has(LibvirtOptions.NO_VALIDATE),
              terminal)
          .run();
    }
  }
}
