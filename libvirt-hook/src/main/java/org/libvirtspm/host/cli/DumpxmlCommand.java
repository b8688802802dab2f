package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/** {@code virt-spm dumpxml}: shows a domain as extended XML. */
final class DumpxmlCommand implements Command {

  private static final Option INACTIVE =
      new Option(
          List.of("--inactive"), null, "Show the domain as it will start next, not as it runs.");

  private static final Option SECURITY_INFO =
      new Option(List.of("--security-info"), null, "Include passwords.");

  @Override
  public String name() {
    return "dumpxml";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm dumpxml",
        "Show a domain as extended XML.",
        List.of("[-c URI] [--inactive] [--security-info] [--format text|json] DOMAIN"),
        "Print a domain's XML as its author would write it: Specific Purpose Memory is an"
            + " attribute of its cell, and what the translation added is gone.",
        "A domain's name, UUID, or number while it runs.",
        List.of(LibvirtOptions.CONNECT, INACTIVE, SECURITY_INFO, FormatOption.FORMAT, Option.HELP),
        List.of("virt-spm dumpxml --inactive guest > guest.xml"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    String wanted = LibvirtOptions.onlyDomain(arguments);
    boolean secure = arguments.has(SECURITY_INFO);
    int flags =
        (arguments.has(INACTIVE) ? LibvirtDomain.INACTIVE : LibvirtDomain.LIVE)
            + (secure ? LibvirtDomain.SECURE : 0);
    try (LibvirtConnection libvirt = LibvirtOptions.connectToLook(arguments);
        LibvirtDomain domain = libvirt.domain(wanted)) {
      return print(domain.name(), domain.xml(flags), terminal);
    }
  }

  private static ExitStatus print(String name, byte[] xml, Terminal terminal) throws IOException {
    Translation extended = Translator.untranslate(xml);
    boolean refused =
        new Reporter(terminal, false).refuses(new Input(name), xml, extended.problems());
    if (refused || extended.document().isEmpty()) {
      return ExitStatus.REFUSED;
    }
    String text = new String(extended.document().get(), StandardCharsets.UTF_8);
    terminal.answer(() -> fields(name, text), () -> text);
    return ExitStatus.FINE;
  }

  private static Map<String, Object> fields(String name, String text) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("domain", name);
    fields.put("xml", text);
    return fields;
  }
}
