package org.libvirtspm.host.hook;

import java.nio.file.Path;
import java.util.Optional;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.probe.CachedProbe;
import org.libvirtspm.host.qmp.ProbeFailure;
import org.libvirtspm.host.target.DialectChoice;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.Form;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.TargetChooser;
import org.libvirtspm.translator.internal.domain.Declaration;
import org.libvirtspm.translator.internal.xml.Document;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Chooses the target for a start on this host: the document's dialect if its emulator supports it,
 * and the document's form if this libvirt supports it.
 */
final class HostTarget implements TargetChooser {

  private final Optional<Element> declaration;
  private final DialectChoice choice;
  private final LibvirtVersion libvirt;
  private Target chosen;

  /** Takes libvirt's version; an empty or invalid one counts as unknown. */
  HostTarget(Host host, Document document, String libvirt) {
    this.declaration = Declaration.metadata(document.root());
    this.choice =
        new DialectChoice(
            CachedProbe.standard(), host.emulators(), recorded("dialect").flatMap(Dialect::find));
    this.libvirt = LibvirtVersion.find(libvirt).orElse(LibvirtVersion.UNKNOWN);
  }

  private Optional<String> recorded(String attribute) {
    return declaration.flatMap(d -> d.value(attribute));
  }

  @Override
  public Target choose(Optional<String> emulator) {
    Dialect dialect = emulator.flatMap(this::spoken).orElseGet(choice::unasked);
    chosen = new Target(dialect, libvirt, form(dialect));
    return chosen;
  }

  /**
   * Chooses the form. Passthrough suits every libvirt; a native document is kept if the version is
   * unknown.
   */
  private Form form(Dialect dialect) {
    boolean unknown = libvirt.equals(LibvirtVersion.UNKNOWN);
    return recorded("form")
        .flatMap(Form::find)
        .filter(f -> f == Form.PASSTHROUGH || (unknown && dialect.has(f)))
        .orElseGet(() -> dialect.form(libvirt));
  }

  /** Returns the dialect for the document's emulator; empty if that is not on this host. */
  private Optional<Dialect> spoken(String emulator) {
    return onThisHost(emulator).map(e -> spokenBy(e, emulator.strip()));
  }

  private Optional<Path> onThisHost(String emulator) {
    try {
      return choice.onThisHost(emulator);
    } catch (ProbeFailure e) {
      throw new Refusal(e.getMessage() + "; it takes a QEMU that root alone can change", e);
    }
  }

  private Dialect spokenBy(Path emulator, String name) {
    try {
      return choice
          .spokenBy(emulator)
          .orElseThrow(
              () ->
                  new Refusal(
                      "its emulator "
                          + name
                          + " knows no Specific Purpose Memory; use QEMU 11.1 or later, or one with"
                          + " the patches for it"));
    } catch (ProbeFailure e) {
      throw new Refusal(e.getMessage() + "; try virt-spm probe " + ShellWord.of(name), e);
    }
  }

  /** Describes how the chosen target differs from the document's; empty if it does not. */
  Optional<String> changed() {
    Optional<String> before = recorded("dialect");
    if (before.isEmpty() || chosen == null) {
      return Optional.empty();
    }
    String form = chosen.form().word();
    if (!before.get().equals(chosen.dialect().name())) {
      return Optional.of("for dialect " + before.get() + ", and its QEMU speaks " + name());
    }
    return recorded("form")
        .filter(f -> !f.equals(form))
        .map(f -> "in " + f + " form, and libvirt " + libvirt + " takes " + form);
  }

  private String name() {
    return chosen.dialect().name();
  }
}
