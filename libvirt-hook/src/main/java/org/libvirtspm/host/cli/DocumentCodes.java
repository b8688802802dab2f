package org.libvirtspm.host.cli;

import java.util.Map;
import java.util.TreeMap;

/** What the codes of a document's problems are about, for the manual. */
final class DocumentCodes {

  /** Sentences by code. */
  static final Map<String, String> ABOUT =
      new TreeMap<>(
          Map.ofEntries(
              Map.entry("amd-addresses", "The address of special memory for AMD vCPUs."),
              Map.entry("automatic-placement", "Host nodes that are chosen at start only."),
              Map.entry("ballooned-memory", "A <currentMemory> that nothing would keep."),
              Map.entry("cpus-stay-ordinary", "vCPUs on a special cell."),
              Map.entry("dax-only", "A <path> that filter --dax-only does not allow."),
              Map.entry("declaration", "Elements and attributes of the declared cells."),
              Map.entry("device-sizes", "A size that libvirt would round."),
              Map.entry("document", "XML that can't be read, or is no domain."),
              Map.entry("domain-sizes", "The domain's own sizes."),
              Map.entry("generic-initiators", "Host devices on more nodes than are taken."),
              Map.entry("guest-firmware", "Firmware or ACPI that hides special memory."),
              Map.entry("highest-ids", "Ids of special cells below those of ordinary ones."),
              Map.entry("host-nodes", "Host nodes that QEMU does not bind memory to."),
              Map.entry("initiators-stay", "Ordinary cells that would lose their initiator."),
              Map.entry(
                  "kind-of-domain", "A type, architecture or machine without special memory."),
              Map.entry("memory-devices", "Memory devices in a special node."),
              Map.entry("memory-hole", "A node across the hole below 4 GiB."),
              Map.entry("moved-settings", "Bindings and pages of special cells."),
              Map.entry("node-numbers", "How references write the number of a node."),
              Map.entry("nodemask-of-path", "A <nodemask> beside a <path>."),
              Map.entry("old-machine", "Machines for which libvirt writes mem=."),
              Map.entry("override-is-known", "A libvirt without <qemu:override>."),
              Map.entry("paths-are-unique", "One path for two nodes."),
              Map.entry("place-of-cells", "Node 0, and ordinary cells."),
              Map.entry("qemu-arguments", "The user's own arguments for nodes and memory."),
              Map.entry("prefixed-attributes", "Attributes with a prefix, which libvirt reads."),
              Map.entry("record", "A translation's record, or what was changed since."),
              Map.entry("references", "Cells and caches that are named and are not there."),
              Map.entry("round-trip", "Whether a translation leads back to its document."),
              Map.entry("separate-nodes", "Special nodes that Linux would join."),
              Map.entry("single-elements", "Elements of which libvirt reads one only."),
              Map.entry("size", "A document, or its translation, beyond 16 MiB."),
              Map.entry("source-of-cells", "What <source> says, beside the cell's size."),
              Map.entry("stray-record", "A record without its translation."),
              Map.entry("taken-names", "Names that belong to the translation."),
              Map.entry("tied-buses", "Expander buses of special nodes."),
              Map.entry("too-many", "Problems beyond those that are shown.")));

  private DocumentCodes() {}
}
