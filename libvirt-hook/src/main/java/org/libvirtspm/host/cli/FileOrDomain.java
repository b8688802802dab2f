package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtDomain;
import org.libvirtspm.host.libvirt.LibvirtFailure;

/** A FILE or DOMAIN operand. */
record FileOrDomain(String argument) {

  /** True for names that only a file can have. */
  boolean isPath() {
    return argument.contains("/") || new Input(argument).isStandardInput();
  }

  /** True for a file, which is read without libvirt. */
  boolean isFile() {
    return isPath() || Files.isRegularFile(Input.pathOf(argument));
  }

  /** Reads the file. */
  byte[] file(InputStream standardInput) throws IOException {
    return new Input(argument).read(standardInput);
  }

  /**
   * The domain's XML for its next start, or the file.
   *
   * @throws UsageException if it is both
   */
  byte[] read(LibvirtConnection libvirt, InputStream standardInput) throws IOException {
    if (isPath()) {
      return file(standardInput);
    }
    try (LibvirtDomain domain = libvirt.domain(argument)) {
      if (isFile()) {
        throw new UsageException(
            "'"
                + argument
                + "' is a domain and a file: write ./"
                + argument
                + ", or the domain's UUID");
      }
      return domain.xml(domain.isPersistent() ? LibvirtDomain.INACTIVE : LibvirtDomain.LIVE);
    } catch (LibvirtFailure e) {
      if (e.kind() != LibvirtFailure.Kind.NO_DOMAIN) {
        throw e;
      }
      if (isFile()) {
        return file(standardInput);
      }
      throw new IOException("there is no file and no domain '" + argument + "'", e);
    }
  }
}
