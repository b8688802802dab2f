package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.libvirtspm.host.apply.DomainFailure;
import org.libvirtspm.host.apply.PathUsers;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;
import org.libvirtspm.host.dax.DaxDevice;
import org.libvirtspm.host.dax.DaxDevices;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.libvirt.LibvirtConnection;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** {@code virt-spm devices}: lists the dax devices of this host. */
final class DevicesCommand implements Command {

  private static final DaxDevices HOST = new DaxDevices(HostFiles.HERE);

  @Override
  public String name() {
    return "devices";
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm devices",
        "List the dax devices of this host.",
        List.of("[-c URI] [--format text|json]"),
        "List the device-dax instances of this host: size, alignment, host node, driver, the PCI"
            + " device next to each, and the domains that use it. A device bound to kmem is the"
            + " host's own RAM. A domain that can't be looked at is told on standard error, and"
            + " makes the exit status 1.",
        null,
        List.of(LibvirtOptions.CONNECT, FormatOption.FORMAT, Option.HELP),
        List.of("virt-spm devices"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (!arguments.operands().isEmpty()) {
      throw new UsageException("devices takes no arguments");
    }
    PathUsers users = users(arguments, terminal);
    List<DaxDevice> devices = HOST.all();
    terminal.answer(
        () -> Map.of("devices", objects(devices, users.byPath())),
        () -> table(devices, users.byPath()));
    ExitStatus status = ExitStatus.FINE;
    for (DomainFailure failure : users.failures()) {
      status = status.and(Failures.report(failure, terminal));
    }
    return status;
  }

  /** Lists the devices even if libvirt does not answer. */
  private static PathUsers users(Arguments arguments, Terminal terminal) {
    try (LibvirtConnection libvirt = LibvirtOptions.connectToLook(arguments)) {
      if (OtherHost.at(libvirt.uri()).isPresent()) {
        terminal.say(
            Finding.warning(
                Code.OTHER_HOST,
                "the devices are those of this host, and their users are not known: "
                    + libvirt.uri()
                    + " is another; run virt-spm devices there",
                "",
                ""));
        return PathUsers.NONE;
      }
      return PathUsers.of(libvirt, "");
    } catch (LibvirtFailure e) {
      boolean elsewhere = OtherHost.named(arguments.value(LibvirtOptions.CONNECT)).isPresent();
      String whose = elsewhere ? "the devices are those of this host, and " : "";
      terminal.say(
          Finding.warning(
              Code.LIBVIRT,
              whose + "their users are not known: " + e.getMessage(),
              "",
              e.remedy()));
      return PathUsers.NONE;
    }
  }

  static String table(List<DaxDevice> devices, Map<String, List<String>> users) {
    Table table = new Table("Device", "Size", "Align", "Node", "Driver", "PCI", "Used by");
    for (DaxDevice device : devices) {
      table.add(
          device.path(),
          MemorySize.words(device.sizeKib()),
          device.alignBytes().isPresent()
              ? MemorySize.words(device.alignBytes().getAsLong() / 1024)
              : "-",
          device.targetNode().isPresent() ? Long.toString(device.targetNode().getAsLong()) : "-",
          device.driver().orElse("-"),
          HOST.pciDevice(device).orElse("-"),
          device.isSystemRam()
              ? "the host, as system RAM"
              : String.join(", ", users.getOrDefault(device.path(), List.of("-"))));
    }
    return table.toString();
  }

  static List<Object> objects(List<DaxDevice> devices, Map<String, List<String>> users) {
    List<Object> objects = new ArrayList<>();
    for (DaxDevice device : devices) {
      Map<String, Object> fields = new LinkedHashMap<>();
      fields.put("path", device.path());
      fields.put("sizeBytes", device.sizeBytes());
      fields.put("alignBytes", device.alignBytes().stream().boxed().findFirst().orElse(null));
      fields.put("targetNode", device.targetNode().stream().boxed().findFirst().orElse(null));
      fields.put("numaNode", device.numaNode().stream().boxed().findFirst().orElse(null));
      fields.put("driver", device.driver().orElse(null));
      fields.put("pciDevice", HOST.pciDevice(device).orElse(null));
      fields.put("usable", device.isUsable());
      fields.put("usedBy", users.getOrDefault(device.path(), List.of()));
      objects.add(fields);
    }
    return objects;
  }
}
