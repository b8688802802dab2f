package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.function.Consumer;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.check.RamBackedCheck;
import org.libvirtspm.host.document.UnifiedDiff;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.Translation;

/** Translates the domain in a file for libvirt, and hands it over. */
final class Definition {

  /** Action of libvirt on the translated document. */
  @FunctionalInterface
  interface Handover {
    /** Passes the document to libvirt and returns the domain's name. */
    String to(LibvirtConnection connection, byte[] xml) throws IOException;
  }

  private final Arguments arguments;
  private final Terminal terminal;
  private final Input input;

  private Definition(Arguments arguments, Terminal terminal) {
    this.arguments = arguments;
    this.terminal = terminal;
    this.input = DocumentRun.onlyInput(arguments);
  }

  /**
   * Translates the one FILE and hands it over, or shows what it would hand over.
   *
   * @param done what has happened to the domain then, for the message
   */
  static ExitStatus run(Arguments arguments, Terminal terminal, String done, Handover handover)
      throws IOException {
    return new Definition(arguments, terminal).run(done, handover);
  }

  private ExitStatus run(String done, Handover handover) throws IOException {
    boolean print = arguments.has(LibvirtOptions.PRINT);
    try (LibvirtConnection connection = connection(print)) {
      DaemonTranslation translation = LibvirtOptions.translation(arguments, connection);
      return DocumentRun.delivering(
          arguments,
          terminal,
          (document, notes) -> translated(translation, document, notes),
          print ? this::show : (before, after) -> say(handover.to(connection, after), done));
    }
  }

  /** On a terminal and in JSON, notes SPM that is ordinary memory on the host. */
  private Translation translated(
      DaemonTranslation translation, byte[] document, Consumer<Finding> notes) {
    Translation result = translation.translate(document);
    if (terminal.tellsMore() && result.document().isPresent()) {
      result.cells().stream()
          .filter(cell -> cell.path().isEmpty())
          .forEach(cell -> notes.accept(RamBackedCheck.finding(cell)));
    }
    return result;
  }

  private LibvirtConnection connection(boolean print) throws IOException {
    return print ? LibvirtOptions.connectToLook(arguments) : LibvirtOptions.connect(arguments);
  }

  private void show(byte[] before, byte[] after) throws IOException {
    String diff = UnifiedDiff.of(input.displayName(), before, after);
    terminal.answer(() -> fields(null, diff), () -> diff);
  }

  private void say(String name, String done) throws IOException {
    terminal.answer(
        () -> fields(name, null),
        () ->
            "Domain '"
                + Printable.text(name)
                + "' "
                + done
                + " from "
                + input.displayName()
                + "\n");
  }

  /** Returns the JSON fields: the domain in libvirt, or what would change. */
  static Map<String, Object> fields(String domain, String diff) {
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("domain", domain);
    fields.put("diff", diff);
    return fields;
  }
}
