package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;
import org.libvirtspm.translator.internal.Translator;

/** {@code virt-spm untranslate}: restores extended XML from a translation. */
final class UntranslateCommand implements Command {

  @Override
  public String name() {
    return "untranslate";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm untranslate",
        "Turn translated domain XML back into the extended XML.",
        List.of("[-o FILE|DIR] [--werror]", "[--format text|json] FILE..."),
        "Turn translated domain XML back into the extended XML it came from, also after libvirt"
            + " has reformatted it. A document without Specific Purpose Memory comes back byte"
            + " for byte.",
        Input.DESCRIPTION,
        List.of(Option.OUTPUT, Option.WERROR, FormatOption.FORMAT, Option.HELP),
        List.of("virsh dumpxml --inactive guest | virt-spm untranslate -"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    return DocumentRun.writing(arguments, terminal, (d, notes) -> Translator.untranslate(d));
  }
}
