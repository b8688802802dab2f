package org.libvirtspm.host.libvirt;

import com.sun.jna.Native;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.jna.Libvirt;

/** libvirt's client library, loaded for the first connection. */
final class ClientLibrary {

  /** Error callback that prints nothing; kept in a field, since C holds no reference. */
  private static Libvirt.VirErrorCallback silence;

  private ClientLibrary() {}

  /**
   * Loads the library with UTF-8 whatever the locale, and without stack traces of failing
   * callbacks.
   */
  static synchronized void load() throws LibvirtFailure {
    if (silence != null) {
      return;
    }
    System.setProperty("jna.encoding", "UTF-8");
    takeLibraryBesideJar();
    try {
      Libvirt.VirErrorCallback callback = (userData, error) -> {};
      Connect.setErrorCallback(callback);
      Native.setCallbackExceptionHandler((failed, e) -> {});
      silence = callback;
    } catch (LinkageError | LibvirtException e) {
      throw LibvirtFailure.ofLibrary(e);
    }
  }

  /**
   * Makes JNA load its native library from the folder of its jar. Otherwise it unpacks one into the
   * user's cache, which remains if the process is killed.
   */
  private static void takeLibraryBesideJar() {
    try {
      var source = Native.class.getProtectionDomain().getCodeSource();
      Path jar = Path.of(source.getLocation().toURI());
      System.setProperty("jna.boot.library.path", jar.resolveSibling("").toString());
    } catch (URISyntaxException e) {
      throw new IllegalStateException("not a URI: the place of a class", e);
    }
  }
}
