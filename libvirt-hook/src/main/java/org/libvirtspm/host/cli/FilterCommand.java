package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import java.util.function.Consumer;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/** {@code virt-spm filter}: translates between an engine and libvirt. */
final class FilterCommand implements Command {

  private static final Option REFUSAL_DOCUMENT =
      new Option(
          List.of("--refusal-document"),
          null,
          "When the document is refused or the translation fails, print a document in place of"
              + " nothing: one that libvirt refuses with the reason. For engines that ignore the"
              + " exit status.");

  private static final Option DAX_ONLY =
      new Option(
          List.of("--dax-only"),
          null,
          "Refuse a cell whose <path> is not a device /dev/daxX.Y. For engines whose users write"
              + " cells, and must not have any other file of the host.");

  private static final Input STANDARD_INPUT = Input.of("-");

  @Override
  public String name() {
    return "filter";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm filter",
        "Translate standard input to standard output, for an engine.",
        List.of(
            "[--refusal-document] [--dax-only] [-c URI] [--libvirt VERSION]",
            TargetOptions.SYNOPSIS),
        "Translate the domain XML on standard input for the libvirt of this host and the domain's"
            + " emulator, and print it. It is what the hook of a virtualization engine calls just"
            + " before libvirt gets the document. Nothing is printed until all is translated, so"
            + " that no engine starts a domain without its memory. A document that declares no"
            + " Specific Purpose Memory comes back byte for byte, and libvirt is not asked; nor is it"
            + " about one that is refused whatever the libvirt.",
        null,
        List.of(
            REFUSAL_DOCUMENT,
            DAX_ONLY,
            LibvirtOptions.CONNECT,
            TargetOptions.LIBVIRT,
            LibvirtOptions.DIALECT,
            Option.HELP),
        List.of("virt-spm filter < guest.xml > libvirt.xml && virsh create libvirt.xml"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    Output out = Output.to(terminal.out());
    Output refusals = arguments.has(REFUSAL_DOCUMENT) ? out : Output.nowhere();
    Reporter reporter = new Reporter(terminal, false);
    byte[] document;
    Translation result;
    try {
      document = document(arguments, terminal);
      result = translate(document, arguments, note -> reporter.say(STANDARD_INPUT, note));
    } catch (IOException | RuntimeException | Error e) {
      refusals.write(RefusalDocument.of(e));
      throw e;
    }
    if (reporter.refuses(STANDARD_INPUT, document, result.problems())) {
      refusals.write(RefusalDocument.of(result.problems()));
      return ExitStatus.REFUSED;
    }
    out.write(result.document().orElseThrow());
    return ExitStatus.FINE;
  }

  private static byte[] document(Arguments arguments, Terminal terminal) throws IOException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("it takes no FILE: the document comes on standard input");
    }
    return STANDARD_INPUT.read(terminal.in());
  }

  private static Translation translate(
      byte[] document, Arguments arguments, Consumer<Finding> notes) throws IOException {
    TargetOptions target = TargetOptions.of(arguments);
    if (document.length > Input.MAX_BYTES) {
      return DocumentRun.tooLarge();
    }
    try {
      if (arguments.value(TargetOptions.LIBVIRT).isPresent() || !declaresSpm(document)) {
        return checked(target.translate(document, notes), document, arguments);
      }
      Translation valid = checked(Translator.validate(document), document, arguments);
      if (valid.isRefused()) {
        return valid;
      }
      try (LibvirtConnection connection = LibvirtOptions.connectToLook(arguments)) {
        Translation result = LibvirtOptions.translation(arguments, connection).translate(document);
        return checked(result, document, arguments);
      }
    } catch (ProbeFailure e) {
      throw Failure.ofProbe(e);
    }
  }

  private static Translation checked(Translation result, byte[] document, Arguments arguments) {
    return arguments.has(DAX_ONLY) ? DaxPaths.checked(result, document) : result;
  }

  private static boolean declaresSpm(byte[] document) {
    return DomainDocument.read(document).filter(DomainDocument::declaresSpm).isPresent();
  }
}
