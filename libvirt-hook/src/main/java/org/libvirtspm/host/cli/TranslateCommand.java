package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;

/** {@code virt-spm translate}: translates extended XML into XML for libvirt. */
final class TranslateCommand implements Command {

  @Override
  public String name() {
    return "translate";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm translate",
        "Turn extended domain XML into what libvirt takes.",
        List.of(
            TargetOptions.SYNOPSIS,
            "[--libvirt VERSION] [--emulator PATH]",
            "[-o FILE|DIR] [--werror] [--format text|json] FILE..."),
        "Turn domain XML that declares Specific Purpose Memory into XML that libvirt takes."
            + " Whatever else is in the document stays as it is; a document that declares none"
            + " comes back byte for byte.",
        Input.DESCRIPTION,
        List.of(
            TargetOptions.DIALECT,
            TargetOptions.LIBVIRT,
            TargetOptions.EMULATOR,
            Option.OUTPUT,
            Option.WERROR,
            FormatOption.FORMAT,
            Option.HELP),
        List.of(
            "virt-spm translate --dialect sp-mem --libvirt 12.0 guest.xml > libvirt.xml",
            "virsh define --validate libvirt.xml"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    return DocumentRun.writing(arguments, terminal, TargetOptions.of(arguments)::translate);
  }
}
