package org.libvirtspm.host.cli;

import org.libvirtspm.translator.Translator;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParseResult;

/** {@code virt-spm untranslate}: the extended XML a translated document came from. */
final class UntranslateCommand implements Command {

  @Override
  public String name() {
    return "untranslate";
  }

  @Override
  public CommandSpec spec() {
    return HelpText.verb(
            name(),
            "untranslate [--werror] [-o FILE|DIR] FILE...",
            "Turn translated domain XML back into the extended XML it came from, also after"
                + " libvirt has reformatted it. A document without Specific Purpose Memory comes"
                + " back byte for byte.",
            "  virsh dumpxml guest | virt-spm untranslate -")
        .addOption(HelpText.output());
  }

  @Override
  public ExitStatus run(ParseResult options, Terminal terminal) {
    return DocumentRun.writing(options, terminal, Translator::untranslate);
  }
}
