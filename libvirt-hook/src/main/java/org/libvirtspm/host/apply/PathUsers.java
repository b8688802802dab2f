package org.libvirtspm.host.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.translator.Translator;

/** Finds out which domains have which paths as special memory. */
public final class PathUsers {

  private PathUsers() {}

  /**
   * Domains by the path they use; a running one ends in {@code (running)}.
   *
   * @param but a name to leave out
   */
  public static Map<String, List<String>> of(LibvirtConnection libvirt, String but)
      throws LibvirtFailure {
    Map<String, List<String>> users = new TreeMap<>();
    for (LibvirtDomain domain : libvirt.domains()) {
      try (domain) {
        if (!domain.name().equals(but)) {
          add(users, domain);
        }
      } catch (LibvirtFailure e) {
        if (e.kind() != LibvirtFailure.Kind.NO_DOMAIN) {
          throw e;
        }
      }
    }
    return users;
  }

  private static void add(Map<String, List<String>> users, LibvirtDomain domain)
      throws LibvirtFailure {
    byte[] xml = domain.xml(LibvirtDomain.LIVE);
    if (DomainDocument.read(xml).filter(DomainDocument::declaresSpm).isEmpty()) {
      return;
    }
    String name = domain.name() + (domain.isActive() ? " (running)" : "");
    Translator.cells(xml).stream()
        .flatMap(cell -> cell.source().path().stream())
        .forEach(path -> users.computeIfAbsent(path, p -> new ArrayList<>()).add(name));
  }
}
