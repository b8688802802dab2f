package org.libvirtspm.host.cli;

import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code virt-spm translate}: extended XML into what libvirt takes. */
final class TranslateCommand implements Command {

  @Override
  public String name() {
    return "translate";
  }

  @Override
  public CommandSpec spec() {
    return TargetOptions.addTo(documentsVerb()).addOption(HelpText.output());
  }

  private CommandSpec documentsVerb() {
    return HelpText.verb(
        name(),
        "translate [--dialect auto|spm|memmap-type|sp-mem] [--libvirt VERSION]%n"
            + "           [--emulator PATH] [--werror] [-o FILE|DIR] FILE...",
        "Turn domain XML that declares Specific Purpose Memory into XML that libvirt takes."
            + " Whatever else is in the document stays as it is; a document that declares none"
            + " comes back byte for byte.",
        "  virt-spm translate --dialect sp-mem --libvirt 12.0 guest.xml > libvirt.xml",
        "  virsh define --validate libvirt.xml");
  }

  @Override
  public ExitStatus run(ParseResult options, Terminal terminal) {
    TargetOptions target = TargetOptions.of(options);
    return DocumentRun.writing(options, terminal, target::translate);
  }
}
