package org.libvirtspm.host.dax;

import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Users and groups of a host by name or id, as libvirt resolves them: a name takes precedence over
 * an id, and a plus sign marks an id.
 */
public record HostAccounts(HostFiles host) {

  /** QEMU users of Debian's and Fedora's builds. */
  private static final List<String> USUAL = List.of("libvirt-qemu", "qemu");

  /**
   * A user.
   *
   * @param name user name, or the user id if it has none
   * @param group id of the primary group; empty if unknown
   */
  public record User(String name, int uid, OptionalInt group) {}

  /** Returns a user; an id needs no entry in /etc/passwd. Empty for an unknown name. */
  public Optional<User> user(String nameOrId) {
    OptionalInt id = id(nameOrId);
    Optional<User> named = user(fields -> fields[0].equals(nameOrId));
    if (named.isPresent() || id.isEmpty()) {
      return named;
    }
    return user(fields -> id(fields[2]).equals(id))
        .or(
            () ->
                Optional.of(
                    new User(Integer.toString(id.getAsInt()), id.getAsInt(), OptionalInt.empty())));
  }

  /** Returns the user of QEMU by libvirt's build; empty if neither of the usual ones is here. */
  public Optional<User> usual() {
    return USUAL.stream().flatMap(name -> user(name).stream()).findFirst();
  }

  /** Returns the id of a group; empty for an unknown name. */
  public OptionalInt group(String nameOrId) {
    return entries("/etc/group")
        .filter(fields -> fields[0].equals(nameOrId))
        .map(fields -> id(fields[2]))
        .findFirst()
        .orElseGet(() -> id(nameOrId));
  }

  /** Returns the ids of the groups that list a user as a member. */
  public Set<Integer> groupsOf(String user) {
    Set<Integer> groups = new HashSet<>();
    entries("/etc/group")
        .filter(fields -> List.of(fields[3].split(",", -1)).contains(user))
        .forEach(fields -> id(fields[2]).ifPresent(groups::add));
    return groups;
  }

  private Optional<User> user(Predicate<String[]> wanted) {
    return entries("/etc/passwd")
        .filter(fields -> id(fields[2]).isPresent() && wanted.test(fields))
        .map(fields -> new User(fields[0], id(fields[2]).getAsInt(), id(fields[3])))
        .findFirst();
  }

  private Stream<String[]> entries(String file) {
    return host.text(host.at(file)).stream()
        .flatMap(String::lines)
        .map(line -> line.split(":", -1))
        .filter(fields -> fields.length > 3);
  }

  private static OptionalInt id(String text) {
    return text.matches("\\+?[0-9]{1,9}")
        ? OptionalInt.of(Integer.parseInt(text))
        : OptionalInt.empty();
  }
}
