package org.libvirtspm.host.check;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.libvirtspm.host.apply.PathUsers;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.dialect.DialectSyntax;
import org.libvirtspm.translator.internal.dialect.Dialects;
import org.libvirtspm.translator.internal.domain.GivenNames;

/**
 * A domain to be checked, and the host it is to run on.
 *
 * @param translated the document libvirt gets
 * @param cells its SPM cells
 * @param emulator the path of its emulator, given or libvirt's default
 * @param users other domains and the paths they use
 * @param uri the libvirt that the domain is for
 */
public record Subject(
    DomainDocument translated,
    List<SpmCell> cells,
    Optional<String> emulator,
    PathUsers users,
    String uri,
    HostFiles host) {

  private static final Pattern SESSION = Pattern.compile("[^/]*//[^/]*/session([?#].*)?");

  /** True when a user's own daemon starts the guest: it can give QEMU nothing that it lacks. */
  public boolean isSession() {
    return SESSION.matcher(uri).matches();
  }

  /** Commands that go to that libvirt. */
  public Remedy remedy() {
    return Remedy.at(uri, host.uid());
  }

  /** The dialect it is in. */
  Optional<DialectSyntax> syntax() {
    return translated.dialect().flatMap(Dialect::find).map(Dialects::syntax);
  }

  /** True when libvirt does not know of the memory's backends, only QEMU does. */
  public boolean isHiddenFromLibvirt() {
    return GivenNames.hasPassedBackends(translated.root());
  }
}
