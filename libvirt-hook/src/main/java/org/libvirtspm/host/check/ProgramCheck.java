package org.libvirtspm.host.check;

import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.dax.HostFiles;

/** Checks for missing parts of this program that are not essential. */
public record ProgramCheck(HostFiles host, ProgramCopy copy) {

  /** System property of the launcher: path of the missing start-up archive. */
  private static final String MISSING_ARCHIVE = "virt-spm.missing-archive";

  private static final String CATALOG = "/etc/xml/catalog";

  private static final String SCHEMAS = "https://libvirt-spm.org/schema/";

  /** Programs with which an installation registers its schemas. */
  private static final List<String> CATALOG_PROGRAMS =
      List.of("/usr/sbin/update-xmlcatalog", "/usr/bin/xmlcatalog");

  /** Returns a note for each missing part. */
  public List<Finding> findings() {
    List<Finding> findings = new ArrayList<>();
    archive().ifPresent(findings::add);
    catalog().ifPresent(findings::add);
    return findings;
  }

  private Optional<Finding> archive() {
    return Optional.ofNullable(System.getProperty(MISSING_ARCHIVE))
        .map(
            archive ->
                Finding.note(
                    Code.PROGRAM,
                    "there is no start-up archive for this Java: " + archive,
                    "each command takes two to three times as long",
                    copy.isInstalled()
                        ? setup("java")
                        : copy.kind() == ProgramCopy.Kind.CHECKOUT
                            ? "touch " + ShellWord.of(copy.place() + "/pom.xml")
                            : ""));
  }

  /** Checks the XML catalog, by which xmllint finds schemas by URI. */
  private Optional<Finding> catalog() {
    boolean is =
        copy.isInstalled()
            && host.text(host.at(CATALOG)).filter(text -> !text.contains(SCHEMAS)).isPresent()
            && CATALOG_PROGRAMS.stream().anyMatch(this::exists);
    return is
        ? Optional.of(
            Finding.note(
                Code.PROGRAM,
                CATALOG + " does not name the schemas",
                "xmllint does not find them by " + SCHEMAS,
                setup("configure")))
        : Optional.empty();
  }

  private boolean exists(String file) {
    return Files.exists(host.at(file));
  }

  private String setup(String action) {
    return "sh " + ShellWord.of(copy.share().resolve("host-setup").toString()) + " " + action;
  }
}
