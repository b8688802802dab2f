package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.document.KeptUuid;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtFailure;

/** {@code virt-spm define}: defines a domain from extended XML. */
final class DefineCommand implements Command {

  @Override
  public String name() {
    return "define";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm define",
        "Define a domain from extended XML.",
        List.of(
            "[-c URI] [--print] [--no-validate]",
            TargetOptions.SYNOPSIS,
            "[--werror] [--format text|json] FILE"),
        "Translate domain XML that declares Specific Purpose Memory for that libvirt and that"
            + " emulator, have libvirt check it against its schema, and define the domain. A"
            + " domain that is defined already is redefined, as virsh does; by a document without a"
            + " uuid too, which keeps the domain's.",
        Input.DESCRIPTION,
        List.of(
            LibvirtOptions.CONNECT,
            LibvirtOptions.PRINT,
            LibvirtOptions.NO_VALIDATE,
            LibvirtOptions.DIALECT,
            Option.WERROR,
            FormatOption.FORMAT,
            Option.HELP),
        List.of("virt-spm define guest.xml", "virsh start guest"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    boolean validate = !arguments.has(LibvirtOptions.NO_VALIDATE);
    return Definition.run(
        arguments,
        terminal,
        "defined",
        (libvirt, xml) -> libvirt.define(withUuid(libvirt, xml, arguments, terminal), validate));
  }

  /** Inserts the UUID of the defined domain of that name, if the document has none. */
  private static byte[] withUuid(
      LibvirtConnection libvirt, byte[] xml, Arguments arguments, Terminal terminal)
      throws LibvirtFailure {
    Optional<String> name = KeptUuid.nameWithout(xml);
    Optional<String> uuid = name.isEmpty() ? name : libvirt.definedUuid(name.get());
    if (uuid.isEmpty()) {
      return xml;
    }
    new Reporter(terminal, false)
        .say(
            DocumentRun.onlyInput(arguments),
            Finding.note(
                Code.REDEFINED,
                "it has no <uuid>, and redefines domain '" + name.get() + "' of " + uuid.get(),
                ""));
    return KeptUuid.added(xml, uuid.get());
  }
}
