package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.FailureReason;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.probe.CachedProbe;
import org.libvirtspm.host.qmp.ProbeFailure;
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

  private final Host host;
  private final Optional<Element> declaration;
  private final LibvirtVersion libvirt;
  private Target chosen;

  /** Takes libvirt's version; an empty or invalid one counts as unknown. */
  HostTarget(Host host, Document document, String libvirt) {
    this.host = host;
    this.declaration = Declaration.metadata(document.root());
    this.libvirt = LibvirtVersion.find(libvirt).orElse(LibvirtVersion.UNKNOWN);
  }

  private Optional<String> recorded(String attribute) {
    return declaration.flatMap(d -> d.value(attribute));
  }

  @Override
  public Target choose(Optional<String> emulator) {
    Optional<Path> here = emulator.flatMap(this::onThisHost);
    Optional<Dialect> kept = recorded("dialect").flatMap(Dialect::find);
    Dialect dialect =
        here.map(e -> spoken(e, kept)).or(() -> kept).orElseGet(() -> Dialect.all().get(0));
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

  private Optional<Path> onThisHost(String emulator) {
    try {
      return Optional.of(Path.of(emulator.strip())).filter(host.emulators()::isHere);
    } catch (InvalidPathException e) {
      throw new Refusal("its emulator's path " + emulator + " can't be read here", e);
    }
  }

  private Dialect spoken(Path emulator, Optional<Dialect> kept) {
    List<Dialect> spoken = dialects(emulator);
    if (spoken.isEmpty()) {
      throw new Refusal(
          "its emulator "
              + emulator
              + " knows no Specific Purpose Memory; use QEMU 11.1 or later, or one with the patches"
              + " for it");
    }
    return kept.filter(spoken::contains).orElse(spoken.get(0));
  }

  private List<Dialect> dialects(Path emulator) {
    try {
      return CachedProbe.standard().knownDialectsOf(host.emulators().resolve(emulator));
    } catch (IOException e) {
      throw new Refusal(
          "its emulator "
              + emulator
              + " is not asked for its dialect, since "
              + FailureReason.withFile(e)
              + "; it takes a QEMU that root alone can change",
          e);
    } catch (ProbeFailure e) {
      throw new Refusal(
          e.getMessage() + "; try virt-spm probe " + ShellWord.of(emulator.toString()), e);
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
