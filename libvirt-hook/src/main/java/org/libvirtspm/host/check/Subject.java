package org.libvirtspm.host.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libvirtspm.host.apply.PathUsers;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.dialect.DialectSyntax;
import org.libvirtspm.translator.internal.dialect.Dialects;
import org.libvirtspm.translator.internal.domain.GivenNames;

/**
 * A domain to check, and its host.
 *
 * @param translated the document for libvirt
 * @param cells its SPM cells
 * @param emulator path of its emulator, given or libvirt's default
 * @param users other domains by the paths they use
 * @param uri the libvirt of the domain
 */
public record Subject(
    DomainDocument translated,
    List<SpmCell> cells,
    Optional<String> emulator,
    PathUsers users,
    String uri,
    HostFiles host) {

  private static final Pattern SESSION = Pattern.compile("[^/]*//[^/]*/session([?#].*)?");

  /** True for a session daemon, which cannot give QEMU further access. */
  public boolean isSession() {
    return SESSION.matcher(uri).matches();
  }

  /** Returns commands for that libvirt. */
  public Remedy remedy() {
    return Remedy.at(uri, host.uid());
  }

  /** Returns the document's dialect. */
  Optional<DialectSyntax> syntax() {
    return translated.dialect().flatMap(Dialects::find);
  }

  /** True if the memory's backends are QEMU arguments that libvirt does not interpret. */
  public boolean isHiddenFromLibvirt() {
    return GivenNames.hasPassedBackends(translated.root());
  }
}
