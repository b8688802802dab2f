package org.libvirtspm.host.hook.install;

import java.nio.file.Path;
import java.util.Optional;
import org.libvirtspm.host.hook.HookConfig;

/**
 * Paths of the installed hook.
 *
 * @param hooks libvirt's hooks folder
 * @param library folder of our classes
 * @param configuration the configuration file
 * @param state folder of the hook's records, until the next boot
 */
public record HookPlaces(Path hooks, Path library, Path configuration, Path state) {

  /** libvirt's hooks folder (SYSCONFDIR of every distribution's build). */
  public static final Path HOOKS = Path.of("/etc/libvirt/hooks");

  private static final Path STATE = Path.of("/run/libvirt-spm");

  /** The library folder for generated files of an installed program. */
  private static final Path LIBRARY =
      Path.of(System.getProperty("virt-spm.library", "/usr/local/lib/libvirt-spm"));

  private static final Path CONFIGURATION = Path.of(HookConfig.FILE);

  /**
   * Returns the usual places or the given ones; for another hooks folder the library is placed
   * there too.
   */
  public static HookPlaces of(
      Optional<Path> hooks, Optional<Path> library, Optional<Path> configuration) {
    Path folder = hooks.orElse(HOOKS);
    return new HookPlaces(
        folder,
        library.orElse(folder.equals(HOOKS) ? LIBRARY : folder.resolve("libvirt-spm")),
        configuration.orElse(CONFIGURATION),
        STATE);
  }

  /** Returns the folder of programs that libvirt runs in turn (libvirt 6.5 and later). */
  Path entries() {
    return hooks.resolve("qemu.d");
  }

  /** Returns the file in which the script notes its caller, until the next boot. */
  Path caller() {
    return state.resolve("caller");
  }

  /** Returns the file that an installation or removal holds. */
  Path lock() {
    return state.resolve("installation");
  }

  /** Returns the path of our script. */
  public Path entry() {
    return entries().resolve("50-libvirt-spm");
  }
}
