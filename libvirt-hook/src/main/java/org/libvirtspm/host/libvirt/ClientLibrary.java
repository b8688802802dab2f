package org.libvirtspm.host.libvirt;

import com.sun.jna.Native;
import java.net.URISyntaxException;
import java.nio.file.Path;
import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.jna.Libvirt;

/** libvirt's client library, which is loaded when the first connection is asked for. */
final class ClientLibrary {

  /** Keeps libvirt from printing errors by itself; held here, since C holds no reference. */
  private static Libvirt.VirErrorCallback silence;

  private ClientLibrary() {}

  /** Loads the library, in UTF-8 whatever the locale; a failing callback prints no trace. */
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
   * Has JNA load its own library from the folder of its jar, where the build puts it. If it is not
   * there JNA unpacks it into the user's cache, and a process that is killed meanwhile leaves it.
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
