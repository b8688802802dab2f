package org.libvirtspm.host.dax;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Pattern;

/** Finds the device-dax instances of a host. */
public record DaxDevices(HostFiles host) {

  private static final Pattern NAME = Pattern.compile("dax[0-9]+\\.[0-9]+");

  private static final Pattern PCI_ADDRESS =
      Pattern.compile("\\p{XDigit}{4,}:\\p{XDigit}{2}:\\p{XDigit}{2}\\.[0-7]");

  /** Returns all devices, by name. */
  public List<DaxDevice> all() {
    return host.entries(host.at("/sys/bus/dax/devices")).stream()
        .filter(entry -> NAME.matcher(entry.getFileName().toString()).matches())
        .map(this::read)
        .toList();
  }

  /** Returns the device of a device node; empty if the kernel has none. */
  public Optional<DaxDevice> at(String path) {
    return all().stream().filter(device -> device.path().equals(path)).findFirst();
  }

  /** True for a path that has the form of a dax device. */
  public static boolean isDaxPath(String path) {
    return path.startsWith("/dev/dax");
  }

  private DaxDevice read(Path folder) {
    OptionalLong target = host.number(folder.resolve("target_node"));
    OptionalLong near = host.number(folder.resolve("numa_node"));
    return new DaxDevice(
        folder.getFileName().toString(),
        host.number(folder.resolve("size")).orElse(0),
        host.number(folder.resolve("align")),
        target,
        near,
        host.linkedName(folder.resolve("driver")),
        parent(folder).or(() -> neighbour(target)).or(() -> neighbour(near)));
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
