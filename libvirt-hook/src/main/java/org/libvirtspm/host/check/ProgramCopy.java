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

  /** Kind of installation. */
  public enum Kind {
    /** A source tree with its build. */
    CHECKOUT,
    /** Installed by the package manager. */
    PACKAGE,
    /** Installed by {@code virt-spm install} or a foreign package format. */
    PREFIX,
    /** Anything else, such as a part of another program. */
    OTHER;

    /** Returns the kind in lower case. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }

  /** Returns the copy that this process runs. */
  public static ProgramCopy ofRunningCode(String version) {
    try {
      Path code =
          Path.of(ProgramCopy.class.getProtectionDomain().getCodeSource().getLocation().toURI());
      return of(code, version);
    } catch (URISyntaxException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the copy that a jar or class folder belongs to. */
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

  /** Describes the copy, as the first finding of doctor. */
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

  /** Returns the folder of an installed program's data files. */
  Path share() {
    return place.resolve("share").resolve(PACKAGE);
  }

  /** True for an installed program, by a package or {@code virt-spm install}. */
  boolean isInstalled() {
    return kind == Kind.PACKAGE || kind == Kind.PREFIX;
  }

  /** Returns the command that installs the hook. */
  String hookRemedy(HostFiles host) {
    String install = ShellWord.virtSpm() + " hook install";
    return kind == Kind.CHECKOUT
        ? install + "; or, with all that belongs to it, " + installRemedy(host)
        : install;
  }

  /** Returns the command that installs the whole program. */
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
