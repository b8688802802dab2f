package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.libvirtspm.host.Printable;
import org.libvirtspm.host.check.Remedy;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/**
 * One editing of one domain, until it is defined or given up.
 *
 * @param validate whether libvirt checks the result against its schema
 */
record EditSession(
    LibvirtConnection libvirt,
    LibvirtDomain domain,
    DaemonTranslation translation,
    boolean validate,
    Terminal terminal) {

  /** Runs the editor and defines the result. */
  ExitStatus run() throws IOException {
    byte[] original = definition();
    Optional<byte[]> extended = extended(original);
    if (extended.isEmpty()) {
      return ExitStatus.REFUSED;
    }
    try (EditedText text = EditedText.of(domain.name(), extended.get(), remedy(), terminal)) {
      return loop(text, original, extended.get());
    }
  }

  private Remedy remedy() {
    return Remedy.at(libvirt.uri(), HostFiles.HERE.uid());
  }

  private ExitStatus loop(EditedText text, byte[] original, byte[] extended) throws IOException {
    while (true) {
      byte[] edited = text.edit();
      if (Arrays.equals(edited, extended)) {
        return say("not changed.", false);
      }
      text.keep();
      if (define(text, edited, original)) {
        text.discard();
        String when = domain.isActive() ? " Its guest sees that at its next start." : "";
        return say("edited." + when, true);
      }
      EditChoice choice = EditChoice.ask(terminal);
      if (choice == EditChoice.ABORT) {
        text.discard();
      }
      if (choice != EditChoice.AGAIN) {
        return ExitStatus.FAILED;
      }
    }
  }

  /**
   * True when libvirt has the edited domain; otherwise what stood in the way has been told.
   *
   * @throws LibvirtFailure when the connection is lost, over which nothing more can be done
   */
  private boolean define(EditedText text, byte[] edited, byte[] original) throws IOException {
    try {
      Translation result = translation.translate(edited);
      Input file = new Input(text.path().toString());
      boolean refused = new Reporter(terminal, false).refuses(file, edited, result.problems());
      if (refused || result.document().isEmpty()) {
        return false;
      }
      if (!Arrays.equals(definition(), original)) {
        throw LibvirtFailure.changing(domain.name());
      }
      var unused = libvirt.define(result.document().get(), validate);
      return true;
    } catch (ProbeFailure e) {
      return tell(Failure.ofProbe(e));
    } catch (UncheckedIOException e) {
      return tell(e.getCause());
    } catch (IOException e) {
      return tell(e);
    }
  }

  private boolean tell(IOException e) throws IOException {
    if (e instanceof LibvirtFailure f && f.kind() == LibvirtFailure.Kind.NOT_CONNECTED) {
      throw e;
    }
    var unused = Failures.report(e, terminal);
    return false;
  }

  private byte[] definition() throws LibvirtFailure {
    return domain.xml(LibvirtDomain.INACTIVE + LibvirtDomain.SECURE);
  }

  private Optional<byte[]> extended(byte[] xml) {
    Translation result = Translator.untranslate(xml);
    var unused =
        new Reporter(terminal, false).refuses(new Input(domain.name()), xml, result.problems());
    return result.document();
  }

  private ExitStatus say(String done, boolean changed) throws IOException {
    String name = domain.name();
    Map<String, Object> fields = new LinkedHashMap<>();
    fields.put("domain", name);
    fields.put("changed", changed);
    terminal.answer(
        () -> fields,
        () -> Printable.text("Domain '" + name + "' XML configuration " + done) + "\n");
    return ExitStatus.FINE;
  }
}
