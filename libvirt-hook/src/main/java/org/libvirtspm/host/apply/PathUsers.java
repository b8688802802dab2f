package org.libvirtspm.host.apply;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.translator.Problem;
import org.libvirtspm.translator.Severity;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;
import org.libvirtspm.translator.internal.xml.MalformedException;

/**
 * Domains by the paths of their SPM.
 *
 * @param byPath domain names by path; a running one ends with {@code (running)}
 * @param failures domains that could not be examined
 */
public record PathUsers(Map<String, List<String>> byPath, List<DomainFailure> failures) {

  /** The result without domains. */
  public static final PathUsers NONE = new PathUsers(Map.of(), List.of());

  /** A domain and its paths. */
  private record User(String name, List<String> paths) {}

  /**
   * Examines all domains.
   *
   * @param but name of a domain to leave out
   */
  public static PathUsers of(LibvirtConnection libvirt, String but) throws LibvirtFailure {
    PathUsers users = new PathUsers(new TreeMap<>(), new ArrayList<>());
    for (LibvirtDomain domain : libvirt.domains()) {
      Look<User> look = Look.at(domain, d -> d.name().equals(but) ? Optional.empty() : user(d));
      look.found().ifPresent(users::add);
      look.failure().ifPresent(users.failures::add);
    }
    return users;
  }

  private void add(User user) {
    user.paths().forEach(p -> byPath.computeIfAbsent(p, x -> new ArrayList<>()).add(user.name()));
  }

  private static Optional<User> user(LibvirtDomain domain)
      throws LibvirtFailure, MalformedException {
    byte[] xml = domain.xml(LibvirtDomain.LIVE);
    if (DomainDocument.declaring(xml).isEmpty()) {
      return Optional.empty();
    }
    String name = domain.name() + (domain.isActive() ? " (running)" : "");
    return Optional.of(new User(name, paths(xml)));
  }

  /** Returns the paths of readable cells; problems of others are left to the translator. */
  private static List<String> paths(byte[] xml) throws MalformedException {
    Translation document = Translator.validate(xml);
    if (document.cells().isEmpty()) {
      for (Problem p : document.problems()) {
        if (p.severity() == Severity.ERROR) {
          throw new MalformedException(p.message(), p.line(), p.column());
        }
      }
    }
    return document.cells().stream().flatMap(cell -> cell.path().stream()).toList();
  }
}
