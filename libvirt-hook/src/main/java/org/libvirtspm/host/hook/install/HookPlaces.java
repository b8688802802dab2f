package org.libvirtspm.host.hook.install;

import java.nio.file.Path;
import java.util.Optional;
import org.libvirtspm.host.hook.HookConfig;

/**
 * Where the hook's parts are.
 *
 * @param hooks libvirt's folder of hooks
 * @param library where our classes are kept
 * @param configuration the administrator's file
 * @param state what the hook remembers until the next boot
 */
public record HookPlaces(Path hooks, Path library, Path configuration, Path state) {

  /** libvirt's folder of hooks (SYSCONFDIR of every distribution's build). */
  public static final Path HOOKS = Path.of("/etc/libvirt/hooks");

  private static final Path STATE = Path.of("/run/libvirt-spm");

  /** A program that is installed has a folder of its own for what it makes. */
  private static final Path LIBRARY =
      Path.of(System.getProperty("virt-spm.library", "/usr/local/lib/libvirt-spm"));

  private static final Path CONFIGURATION = Path.of(HookConfig.FILE);

  /** The usual places, or the given ones; with hooks elsewhere, the classes go there too. */
  public static HookPlaces of(
      Optional<Path> hooks, Optional<Path> library, Optional<Path> configuration) {
    Path folder = hooks.orElse(HOOKS);
    return new HookPlaces(
        folder,
        library.orElse(folder.equals(HOOKS) ? LIBRARY : folder.resolve("libvirt-spm")),
        configuration.orElse(CONFIGURATION),
        STATE);
  }

  /** The folder whose programs libvirt runs one after the other (libvirt 6.5 and later). */
  Path entries() {
    return hooks.resolve("qemu.d");
  }

  /** Where our program leaves word of who has called it, until the next boot. */
  Path caller() {
    return state.resolve("caller");
  }

  /** Our program there. */
  public Path entry() {
    return entries().resolve("50-libvirt-spm");
  }
}
