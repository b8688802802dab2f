package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.document.SpmMention;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDaemon;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/** {@code virsh define} and {@code create} with extended XML. */
record VirshDefinition(Virsh virsh, VirshLine line, Terminal terminal) {

  private static final String FILE = "--file";

  ExitStatus run(List<String> typed) throws IOException {
    Optional<String> file = line.argument(FILE);
    Optional<byte[]> read = file.flatMap(this::read);
    if (read.isEmpty()) {
      return virsh.run(typed);
    }
    String name = file.get();
    byte[] document = read.get();
    Optional<DomainDocument> domain = DomainDocument.read(document);
    if (domain.isEmpty() && SpmMention.mayBeIn(document)) {
      return refused(name, document);
    }
    if (domain.filter(DomainDocument::declaresSpm).isPresent()) {
      Optional<byte[]> translated = translate(name, document);
      return translated.isPresent() ? handOver(name, translated.get()) : failed();
    }
    return isFile(name) ? virsh.run(typed) : handOver(name, document);
  }

  /** Refuses what libvirt could read otherwise, and then take for a domain without SPM. */
  private ExitStatus refused(String name, byte[] document) {
    List<Problem> problems = Translator.validate(document).problems();
    if (!new Reporter(terminal, false).refuses(new Input(name), document, problems)) {
      throw new IllegalStateException("what can't be read is not refused");
    }
    var unused = failed();
    return ExitStatus.REFUSED;
  }

  /** False for a pipe, which can be read only once; its content is passed on in a file. */
  private static boolean isFile(String name) {
    return Files.isRegularFile(Input.pathOf(name));
  }

  /** Returns the document; empty if it cannot be read, which virsh reports. */
  private Optional<byte[]> read(String name) {
    try {
      // To virsh, - is a file of that name.
      Input input = new Input(name.equals("-") && isFile(name) ? "./-" : name);
      return Optional.of(input.read(terminal.in())).filter(d -> d.length > 0);
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  private Optional<byte[]> translate(String file, byte[] document) throws IOException {
    try (LibvirtConnection libvirt = LibvirtOptions.connectToLook(line.connect())) {
      DaemonTranslation translation =
          new DaemonTranslation(
              new LibvirtDaemon(libvirt), LibvirtOptions.probe(), Optional.empty());
      Translation result = translation.translate(document);
      boolean refused =
          new Reporter(terminal, false).refuses(new Input(file), document, result.problems());
      return refused ? Optional.empty() : result.document();
    } catch (ProbeFailure e) {
      throw new IOException(e.getMessage() + "; use virt-spm define with --dialect", e);
    }
  }

  private ExitStatus handOver(String file, byte[] translated) throws IOException {
    Path temporary = Files.createTempFile("virt-spm-", ".xml");
    try {
      Files.write(temporary, translated);
      List<String> args = line.with(FILE, temporary.toString());
      if (line.has("--console")) {
        return virsh.run(args);
      }
      Virsh.Printed printed = virsh.capture(args);
      FormatOption.print(terminal, printed.out().replace(temporary.toString(), file));
      terminal.err().print(printed.err().replace(temporary.toString(), file));
      return Virsh.status(printed.status());
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private ExitStatus failed() {
    terminal.err().println("error: Failed to " + line.command() + " domain from " + file());
    return ExitStatus.FAILED;
  }

  private String file() {
    return line.argument(FILE).map(Printable::text).orElse("");
  }
}
