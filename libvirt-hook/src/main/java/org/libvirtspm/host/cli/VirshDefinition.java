package org.libvirtspm.host.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDaemon;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.Translation;

/** {@code virsh define} and {@code create} with extended XML. */
record VirshDefinition(Virsh virsh, VirshLine line, Terminal terminal) {

  private static final String FILE = "--file";

  ExitStatus run(List<String> typed) throws IOException {
    Optional<String> file = line.argument(FILE);
    Optional<byte[]> document = file.flatMap(this::read);
    if (document.flatMap(DomainDocument::read).filter(DomainDocument::declaresSpm).isEmpty()
        && file.filter(VirshDefinition::isFile).isPresent()) {
      return virsh.run(typed);
    }
    if (document.isEmpty()) {
      return virsh.run(typed);
    }
    Optional<byte[]> translated = translate(file.orElseThrow(), document.get());
    return translated.isPresent() ? handOver(file.orElseThrow(), translated.get()) : failed();
  }

  /** False for a pipe, which can be read only once; its content is passed on in a file. */
  private static boolean isFile(String name) {
    return Files.isRegularFile(Input.pathOf(name));
  }

  /** Returns the document; empty if it cannot be read, which virsh reports. */
  private Optional<byte[]> read(String name) {
    try {
      return Optional.of(new Input(name).read(terminal.in())).filter(d -> d.length > 0);
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
