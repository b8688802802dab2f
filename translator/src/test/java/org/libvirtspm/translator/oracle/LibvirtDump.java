package org.libvirtspm.translator.oracle;

import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.w3c.dom.Attr;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.ProcessingInstruction;

/**
 * What {@code virsh dumpxml} would show of a document, as far as matters here: reordered, requoted,
 * in KiB, with addresses and defaults filled in. It is written down from what libvirt 12.8 does;
 * the real one is asked elsewhere. What belongs to the extended XML is kept, to compare it so.
 */
public final class LibvirtDump {
  static final String QEMU = "http://libvirt.org/schemas/domain/qemu/1.0";

  private static final List<String> ORDER =
      List.of(
          "name uuid title description metadata maxMemory memory currentMemory memtune"
              .concat(" memoryBacking vcpu numatune os features cpu clock devices")
              .concat(" commandline capabilities override")
              .split(" "));

  private static final List<String> DEVICES =
      List.of("emulator disk controller interface hostdev memballoon memory".split(" "));

  private static final Set<String> DROPPED_EMPTY =
      Set.of("metadata", "memoryBacking", "numatune", "features", "target", "commandline");

  private final Element root;

  private LibvirtDump(Element root) {
    this.root = root;
  }

  /** The document as libvirt would give it back. */
  public static byte[] of(byte[] document) {
    LibvirtDump dump = new LibvirtDump(Dom.root(document));
    dump.normalise();
    return DumpWriter.write(dump.root);
  }

  private void normalise() {
    Dom.children(root).forEach(e -> dropForeign(e));
    dropForeignAttributes(root);
    Dom.nodes(root).stream().filter(n -> !(n instanceof Element)).forEach(root::removeChild);
    Dom.children(root).stream().filter(LibvirtDump::isForeign).forEach(root::removeChild);
    Dom.child(root, "metadata").ifPresent(LibvirtDump::keepNamespaced);
    DumpedSizes.inKib(root);
    DumpedCells.normalise(root);
    DumpedSizes.totals(root);
    Element devices = Dom.child(root, "devices").orElseGet(() -> Dom.add(root, "devices"));
    DumpedDevices.fill(devices);
    defaults();
    dropEmpty(root);
    sort(root, ORDER);
    sort(devices, DEVICES);
  }

  private static boolean isForeign(Node n) {
    return n.getNamespaceURI() != null && !n.getNamespaceURI().equals(QEMU);
  }

  private static void dropForeign(Element e) {
    if (e.getTagName().equals("metadata")) {
      return;
    }
    for (Node n : Dom.nodes(e)) {
      if (n instanceof Comment || n instanceof ProcessingInstruction || isForeign(n)) {
        e.removeChild(n);
      } else if (n instanceof Element inner) {
        dropForeign(inner);
      }
    }
    dropForeignAttributes(e);
  }

  private static void dropForeignAttributes(Element e) {
    for (int i = e.getAttributes().getLength() - 1; i >= 0; i--) {
      Attr a = (Attr) e.getAttributes().item(i);
      if (a.getNamespaceURI() != null) {
        e.removeAttributeNode(a);
      }
    }
  }

  private static void keepNamespaced(Element metadata) {
    Dom.nodes(metadata).stream()
        .filter(n -> n.getNamespaceURI() == null)
        .forEach(metadata::removeChild);
  }

  private void defaults() {
    if (Dom.child(root, "uuid").isEmpty()) {
      Dom.add(root, "uuid").setTextContent(new UUID(1, 2).toString());
    }
    Dom.child(root, "vcpu")
        .filter(v -> !v.hasAttribute("placement"))
        .ifPresent(v -> v.setAttribute("placement", "static"));
  }

  private static void dropEmpty(Element e) {
    for (Element child : Dom.children(e)) {
      dropEmpty(child);
      if (DROPPED_EMPTY.contains(
              child.getLocalName() == null ? child.getTagName() : child.getLocalName())
          && !child.hasAttributes()
          && Dom.children(child).isEmpty()
          && child.getTextContent().isBlank()) {
        e.removeChild(child);
      }
    }
  }

  private static void sort(Element parent, List<String> order) {
    Comparator<Element> place =
        Comparator.comparingInt(e -> order.indexOf(e.getTagName().replaceFirst(".*:", "")));
    Dom.children(parent).stream().sorted(place).forEach(parent::appendChild);
  }
}
