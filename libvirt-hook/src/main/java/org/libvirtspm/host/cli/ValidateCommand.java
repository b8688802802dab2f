package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import org.libvirtspm.translator.internal.Translator;

/** {@code virt-spm validate}: reports problems of extended XML. */
final class ValidateCommand implements Command {

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm validate",
        "Check extended domain XML.",
        List.of("[--werror] [--format text|json] FILE..."),
        "Check domain XML that declares Specific Purpose Memory, whatever QEMU and libvirt it is"
            + " for. Problems go to standard error, and so does a note if none is declared; any"
            + " other document without problems passes in silence; in JSON each document has its outcome.",
        Input.DESCRIPTION,
        List.of(Option.WERROR, FormatOption.FORMAT, Option.HELP),
        List.of("virt-spm validate guest.xml"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    return DocumentRun.judging(arguments, terminal, (d, notes) -> Translator.validate(d));
  }
}
