package org.libvirtspm.testbed;

import java.util.Random;

/** The features that are devices, or limits on them. */
final class FeatureDevices {
  private static final String HOST_DEVICE =
      "<hostdev mode='subsystem' type='pci' managed='yes'><driver name='vfio'/><source><address"
          + " domain='0x0000' bus='0x01' slot='0x%02x' function='0x0'/></source>%s</hostdev>";

  private FeatureDevices() {}

  static void apply(Feature feature, Domain d, Random r) {
    switch (feature) {
      case EXPANDER -> expander(d, r);
      case VFIO -> d.devices.add(HOST_DEVICE.formatted(0, ""));
      case GENERIC_INITIATOR -> genericInitiator(d, r);
      case MAX_MEMORY -> d.maxMemory = max(2 + r.nextInt(3));
      case DIMM -> memoryDevice(d, "dimm", "");
      case VIRTIO_MEM ->
          memoryDevice(
              d, "virtio-mem", "<block unit='MiB'>2</block><requested unit='MiB'>64</requested>");
      case BALLOON -> d.devices.add("<memballoon model='virtio'><stats period='5'/></memballoon>");
      case NO_BALLOON -> d.devices.add("<memballoon model='none'/>");
      case METADATA ->
          d.metadata = "<metadata><x:note xmlns:x='urn:example:note'>a &lt; b</x:note></metadata>";
      default -> {}
    }
  }

  private static String max(int slots) {
    return "<maxMemory slots='" + slots + "' unit='GiB'>16</maxMemory>";
  }

  private static void memoryDevice(Domain d, String model, String target) {
    if (d.maxMemory.isEmpty()) {
      d.maxMemory = max(4);
    }
    d.devices.add(
        "<memory model='%s'><target><size unit='MiB'>128</size><node>0</node>%s</target></memory>"
            .formatted(model, target));
  }

  private static int lastSpm(Domain d) {
    return d.cells.stream().filter(Domain.Cell::spm).mapToInt(Domain.Cell::id).max().orElseThrow();
  }

  private static void expander(Domain d, Random r) {
    boolean pc = d.has(Feature.PC);
    int node = r.nextInt(4) == 0 ? 0 : lastSpm(d);
    d.controllers.add(
        "<controller type='pci' index='0' model='%s'/>".formatted(pc ? "pci-root" : "pcie-root"));
    d.controllers.add(
        "<controller type='pci' index='1' model='%s'><target busNr='200'><node>%d</node></target></controller>"
            .formatted(pc ? "pci-expander-bus" : "pcie-expander-bus", node));
  }

  private static void genericInitiator(Domain d, Random r) {
    int last = lastSpm(d);
    String nodes = r.nextBoolean() ? "0," + last : "" + last;
    d.devices.add(HOST_DEVICE.formatted(1, "<acpi nodeset='" + nodes + "'/>"));
  }
}
