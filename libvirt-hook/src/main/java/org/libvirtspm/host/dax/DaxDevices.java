package org.libvirtspm.host.dax;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Finds the device-dax instances of a host. */
public record DaxDevices(HostFiles host) {

  private static final String NODES = "/dev/";

  private static final Pattern NAME = Pattern.compile("dax[0-9]{1,9}\\.[0-9]{1,9}");

  private static final Pattern PCI_ADDRESS =
      Pattern.compile("\\p{XDigit}{4,}:\\p{XDigit}{2}:\\p{XDigit}{2}\\.[0-7]");

  /** Returns all devices, by name. */
  public List<DaxDevice> all() {
    return host.entries(host.at("/sys/bus/dax/devices")).stream()
        .flatMap(entry -> named(entry.getFileName().toString()).stream())
        .toList();
  }

  /** Returns the device of a device node; empty if the kernel has none. */
  public Optional<DaxDevice> at(String path) {
    return path.startsWith(NODES) ? named(path.substring(NODES.length())) : Optional.empty();
  }

  /** Returns the device of a name; empty if the kernel has none. */
  public Optional<DaxDevice> named(String name) {
    return NAME.matcher(name).matches()
        ? Optional.of(folder(name)).filter(Files::isDirectory).map(this::read)
        : Optional.empty();
  }

  private Path folder(String name) {
    return host.at("/sys/bus/dax/devices/" + name);
  }

  /** True for a path of the form /dev/daxN.M. */
  public static boolean isDaxPath(String path) {
    return path.startsWith(NODES) && NAME.matcher(path.substring(NODES.length())).matches();
  }

  private DaxDevice read(Path folder) {
    return new DaxDevice(
        folder.getFileName().toString(),
        host.text(folder.resolve("dev")).orElse(""),
        host.number(folder.resolve("size")).orElse(0),
        host.number(folder.resolve("align")),
        host.number(folder.resolve("target_node")),
        host.number(folder.resolve("numa_node")),
        host.linkedName(folder.resolve("driver")));
  }

  /** Returns the address of a device's PCI device, or of one next to its memory. */
  public Optional<String> pciDevice(DaxDevice device) {
    return parent(folder(device.name()))
        .or(() -> neighbour(device.targetNode()))
        .or(() -> neighbour(device.numaNode()));
  }

  /** Returns the PCI device above the memory in sysfs, as for CXL and some GPUs. */
  private static Optional<String> parent(Path folder) {
    try {
      Optional<String> found = Optional.empty();
      for (Path part : folder.toRealPath()) {
        if (PCI_ADDRESS.matcher(part.toString()).matches()) {
          found = Optional.of(part.toString());
        }
      }
      return found;
    } catch (IOException e) {
      return Optional.empty();
    }
  }

  /** Returns the first display controller, accelerator or CXL memory device on the host node. */
  private Optional<String> neighbour(OptionalLong node) {
    return node.isEmpty() || node.getAsLong() < 0
        ? Optional.empty()
        : host.entries(host.at("/sys/bus/pci/devices")).stream()
            .filter(pci -> host.number(pci.resolve("numa_node")).equals(node))
            .filter(pci -> host.text(pci.resolve("class")).filter(this::hasMemory).isPresent())
            .map(pci -> pci.getFileName().toString())
            .findFirst();
  }

  private boolean hasMemory(String pciClass) {
    return pciClass.startsWith("0x03")
        || pciClass.startsWith("0x12")
        || pciClass.startsWith("0x0502");
  }
}
