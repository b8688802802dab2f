package org.libvirtspm.translator.golden;

import java.nio.file.Path;
import java.util.List;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translation;
import org.libvirtspm.translator.internal.Translator;

/**
 * A target that goldens are kept for.
 *
 * @param name what stands in the names of its files
 */
public record GoldenTarget(String name, Target target) {
  private static final LibvirtVersion WITHOUT_OVERRIDE = new LibvirtVersion(8, 1, 0);

  /** Every dialect in every form. */
  public static final List<GoldenTarget> ALL =
      List.of(
          named("spm", "spm", LibvirtVersion.UNKNOWN),
          named("memmap-type", "memmap-type", LibvirtVersion.UNKNOWN),
          named("sp-mem", "sp-mem", LibvirtVersion.UNKNOWN),
          named("native", "sp-mem", new LibvirtVersion(12, 0, 0)));

  private static final List<GoldenTarget> OLD =
      List.of(
          named("spm", "spm", WITHOUT_OVERRIDE),
          named("memmap-type", "memmap-type", WITHOUT_OVERRIDE),
          named("sp-mem", "sp-mem", WITHOUT_OVERRIDE));

  private static GoldenTarget named(String name, String dialect, LibvirtVersion libvirt) {
    return new GoldenTarget(name, new Target(Dialect.find(dialect).orElseThrow(), libvirt));
  }

  /** The targets of the cases in a folder: one folder is for a libvirt without overrides. */
  static List<GoldenTarget> of(Path folder) {
    return folder.endsWith("libvirt-8.1") ? OLD : ALL;
  }

  /** Translates for this target. */
  public Translation translate(byte[] document) {
    return Translator.translate(document, emulator -> target);
  }
}
