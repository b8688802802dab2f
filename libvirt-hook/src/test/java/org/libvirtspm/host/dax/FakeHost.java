package org.libvirtspm.host.dax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** A folder shaped like a host's root, as far as special memory shows there. */
public record FakeHost(Path root) {

  /** The host that is read from it. */
  public HostFiles files() {
    return new HostFiles(root);
  }

  /** Writes a file, and the folders above it. */
  public Path write(String absolute, String text) throws IOException {
    Path file = root.resolve(absolute.substring(1));
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text + "\n");
  }

  /** A dax device as the kernel shows it: a link from the bus to where it hangs. */
  public void dax(String name, String parent, String size, String node, String driver)
      throws IOException {
    String folder = "/sys/devices/" + parent + "/" + name;
    write(folder + "/dev", "252:0");
    write(folder + "/size", size);
    write(folder + "/align", "2097152");
    write(folder + "/target_node", node);
    write(folder + "/numa_node", "0");
    if (!driver.isEmpty()) {
      Path drivers = Files.createDirectories(root.resolve("sys/bus/dax/drivers/" + driver));
      Files.createSymbolicLink(root.resolve(folder.substring(1) + "/driver"), drivers);
    }
    Path devices = Files.createDirectories(root.resolve("sys/bus/dax/devices"));
    Files.createSymbolicLink(devices.resolve(name), root.resolve(folder.substring(1)));
    write("/dev/" + name, "");
  }

  /** A PCI device on a host node. */
  public void pci(String address, String pciClass, String node) throws IOException {
    write("/sys/bus/pci/devices/" + address + "/class", pciClass);
    write("/sys/bus/pci/devices/" + address + "/numa_node", node);
  }
}
