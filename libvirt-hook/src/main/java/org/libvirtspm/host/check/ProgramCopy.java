package org.libvirtspm.host.check;

import java.net.URISyntaxException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.dax.HostFiles;

/**
 * Which virt-spm this is, and therefore what mends it.
 *
 * @param place the checkout, the prefix or the folder of its classes
 * @param packaged the package and its version; empty for none
 */
public record ProgramCopy(String version, Kind kind, Path place, String packaged) {

  private static final String PACKAGE = "libvirt-spm";

  /** How it came to this host. */
  public enum Kind {
    /** The sources, in which it was built. */
    CHECKOUT,
    /** By the package manager. */
    PACKAGE,
    /** By {@code virt-spm install}, or by a package of another kind. */
    PREFIX,
    /** In some other way, such as within another program. */
    OTHER;

    /** Small letters. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** The one that runs. */
  public static ProgramCopy ofRunningCode(String version) {
    try {
      Path code =
          Path.of(ProgramCopy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return of(code, version);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** That of a jar or a folder of classes. */
  static ProgramCopy of(Path code, String version) {
    for (Path folder = code.getParent(); folder != null; folder = folder.getParent()) {
      if (Files.exists(folder.resolve("libvirt-hook/src/package/files"))) {
        return new ProgramCopy(version, Kind.CHECKOUT, folder, "");
      }
    }
    Path library = code.getParent();
    if (!library.endsWith("share/libvirt-spm/lib")) {
      return new ProgramCopy(version, Kind.OTHER, library, "");
    }
    Path prefix = library.resolve("../../..").normalize();
    return Packages.of(code.toString())
        .map(found -> new ProgramCopy(version, Kind.PACKAGE, prefix, found))
        .orElseGet(() -> new ProgramCopy(version, Kind.PREFIX, prefix, ""));
  }

  /** What doctor says of it first. */
  public Finding finding() {
    String what = "this is virt-spm " + version;
    return Finding.ok(
        Code.PROGRAM,
        switch (kind) {
          case CHECKOUT -> what + ", run from the checkout " + place;
          case PACKAGE -> what + ", installed by the package " + packaged;
          case PREFIX -> what + ", installed below " + place;
          case OTHER -> what + ", neither a checkout nor installed: its classes are in " + place;
        });
  }

  /** The folder of the files of an installed program that are no classes. */
  Path share() {
    return place.resolve("share").resolve(PACKAGE);
  }

  /** Whether it was installed, with all that belongs to it. */
  boolean isInstalled() {
    return kind == Kind.PACKAGE || kind == Kind.PREFIX;
  }

  /** The command that installs this program's hook, and perhaps more. */
  String hookRemedy(HostFiles host) {
    String install = ShellWord.virtSpm() + " hook install";
    return kind == Kind.CHECKOUT
        ? install + "; or, with all that belongs to it, " + installRemedy(host)
        : install;
  }

  /** The command that puts all its files in their places. */
  String installRemedy(HostFiles host) {
    return switch (kind) {
      case CHECKOUT ->
          Files.exists(host.at("/etc/debian_version"))
              ? ShellWord.virtSpm() + " package, and apt install the .deb that it names"
              : Files.exists(host.at("/usr/bin/dnf"))
                  ? ShellWord.virtSpm() + " package, and dnf install the .rpm that it names"
                  : ShellWord.virtSpm() + " install";
      case PACKAGE ->
          Files.exists(host.at("/etc/debian_version"))
              ? "apt install --reinstall the .deb of " + packaged
              : "dnf reinstall the .rpm of " + packaged;
      case PREFIX, OTHER ->
          "in a checkout: ./virt-spm install --prefix " + ShellWord.of(place.toString());
    };
  }
}
