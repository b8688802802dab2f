package org.libvirtspm.host.check;

import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.host.apply.DomainFailure;
import org.libvirtspm.host.dax.OpenFiles;
import org.libvirtspm.translator.SpmCell;

/** Reports other domains that use the same paths, and processes that have them open. */
public final class UsersCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    List<Finding> findings = new ArrayList<>();
    for (SpmCell cell : subject.cells()) {
      cell.path()
          .ifPresent(
              path -> users(subject, cell, path).forEach(f -> findings.add(f.atNode(cell.id()))));
    }
    if (hasPath(subject)) {
      subject.users().failures().forEach(f -> findings.add(unknown(f, subject.remedy())));
    }
    return findings;
  }

  private static boolean hasPath(Subject subject) {
    return subject.cells().stream().anyMatch(cell -> cell.path().isPresent());
  }

  /** Returns the finding about a domain whose paths are not known. */
  public static Finding unknown(DomainFailure failure, Remedy remedy) {
    return Finding.error(
            Code.DOMAIN_UNREADABLE,
            failure.sentence(),
            "it is not known whether it uses memory that another domain is to have",
            remedy.virsh("edit", failure.domain()) + " shows its XML")
        .inDomain(failure.domain());
  }

  private static List<Finding> users(Subject subject, SpmCell cell, String path) {
    List<Finding> findings = new ArrayList<>();
    subject
        .users()
        .byPath()
        .getOrDefault(path, List.of())
        .forEach(user -> findings.add(used(cell, path, user)));
    new OpenFiles(subject.host())
        .usersOf(path)
        .forEach(
            process ->
                findings.add(
                    Finding.note(
                        Code.PATH_OPEN,
                        "node " + cell.id() + ": " + path + " is open in process " + process,
                        "unless it is this domain's own guest, two would write into one memory")));
    return findings;
  }

  private static Finding used(SpmCell cell, String path, String user) {
    String what = "node " + cell.id() + ": " + path + " is also memory of domain " + user;
    String why = "two guests would write into one memory";
    return user.endsWith("(running)")
        ? Finding.error(
            Code.PATH_SHARED, what, why, "give one of them another path, or end that guest first")
        : Finding.warning(
            Code.PATH_SHARED, what, why, "give one of them another path, or never run both");
  }
}
