package org.libvirtspm.host.cli;

import java.util.Optional;
import org.libvirtspm.translator.Result;
import org.libvirtspm.translator.Translator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code virt-spm validate}: says what is wrong with extended XML, and nothing if all is well. */
final class ValidateCommand implements Command {

  @Override
  public String name() {
    return "validate";
  }

  @Override
  public CommandSpec spec() {
    return HelpText.verb(
        name(),
        "validate [--werror] FILE...",
        "Check domain XML that declares Specific Purpose Memory, whatever QEMU and libvirt it is"
            + " for. Problems go to standard error; a document without any passes in silence.",
        "  virt-spm validate guest.xml");
  }

  @Override
  public ExitStatus run(ParseResult options, Terminal terminal) {
    return DocumentRun.judging(
        options, terminal, d -> new Result(Optional.of(d), Translator.validate(d)));
  }
}
