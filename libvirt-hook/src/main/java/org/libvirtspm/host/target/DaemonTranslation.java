package org.libvirtspm.host.target;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.qmp.DialectProbe;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.TargetChooser;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/**
 * Translates documents for one libvirt daemon.
 *
 * @param given the dialect to use without a probe
 */
public record DaemonTranslation(Daemon daemon, DialectProbe probe, Optional<Dialect> given) {

  /** Translates a document; one in step comes back unchanged. */
  public Translation translate(byte[] document) {
    List<String> warnings = new ArrayList<>();
    Translation result =
        Translator.translateEach(document, d -> chooser(new DomainDocument(d), warnings));
    return EmulatorWarnings.added(result, warnings, document);
  }

  private TargetChooser chooser(DomainDocument domain, List<String> warnings) {
    return given
        .<TargetChooser>map(d -> emulator -> new Target(d, daemon.libvirtVersion()))
        .orElseGet(() -> new DaemonTarget(daemon, probe, domain, warnings::add));
  }
}
