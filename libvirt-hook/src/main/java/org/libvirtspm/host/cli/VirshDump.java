package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/** {@code virsh dumpxml} with extended XML. */
record VirshDump(Virsh virsh, VirshLine line, Terminal terminal) {

  ExitStatus run(List<String> typed) throws IOException {
    if (line.has("--xpath")) {
      terminal.err().println("virt-spm: --xpath looks at the XML as libvirt has it");
      return virsh.run(typed);
    }
    Virsh.Printed printed = virsh.capture(typed);
    terminal.err().print(printed.err());
    if (printed.status() != 0) {
      FormatOption.print(terminal, printed.out());
      return Virsh.status(printed.status());
    }
    return show(printed.out().getBytes(StandardCharsets.UTF_8));
  }

  private ExitStatus show(byte[] xml) throws IOException {
    Translation extended = Translator.untranslate(xml);
    Input name = new Input(line.argument("--domain").orElse("domain"));
    if (new Reporter(terminal, false).refuses(name, xml, extended.problems())) {
      return ExitStatus.FAILED;
    }
    Output.to(terminal.out()).write(extended.document().orElse(xml));
    return ExitStatus.FINE;
  }
}
