package org.libvirtspm.translator.oracle;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.List;
import org.w3c.dom.Attr;
import org.w3c.dom.Comment;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/** Writes a document as libvirt does: single quotes, but double ones inside the metadata. */
final class DumpWriter {
  private final StringBuilder out = new StringBuilder();

  private DumpWriter() {}

  static byte[] write(Element root) {
    boolean qemu = Dom.children(root).stream().anyMatch(DumpWriter::isQemu);
    if (qemu) {
      root.setAttribute("xmlns:qemu", LibvirtDump.QEMU);
    }
    DumpWriter writer = new DumpWriter();
    writer.element(root, "", "'");
    return writer.out.append('\n').toString().getBytes(UTF_8);
  }

  private static boolean isQemu(Node n) {
    return LibvirtDump.QEMU.equals(n.getNamespaceURI());
  }

  private void element(Element e, String indent, String quote) {
    String name = isQemu(e) ? "qemu:" + e.getLocalName() : e.getTagName();
    out.append('<').append(name);
    attributes(e, quote);
    String inner = name.equals("metadata") ? "\"" : quote;
    List<Node> children = visible(e);
    if (children.isEmpty() && e.getTextContent().isBlank()) {
      out.append("/>");
      return;
    }
    out.append('>');
    if (children.isEmpty()) {
      out.append(escape(e.getTextContent(), ""));
    } else {
      children.forEach(c -> child(c, indent + "  ", inner));
      out.append('\n').append(indent);
    }
    out.append("</").append(name).append('>');
  }

  private void child(Node n, String indent, String quote) {
    out.append('\n').append(indent);
    if (n instanceof Element e) {
      element(e, indent, quote);
    } else {
      out.append("<!--").append(n.getNodeValue()).append("-->");
    }
  }

  private static List<Node> visible(Element e) {
    return Dom.nodes(e).stream().filter(n -> n instanceof Element || n instanceof Comment).toList();
  }

  private void attributes(Element e, String quote) {
    List<Attr> attributes = new ArrayList<>();
    for (int i = 0; i < e.getAttributes().getLength(); i++) {
      attributes.add((Attr) e.getAttributes().item(i));
    }
    for (Attr a : attributes) {
      out.append(' ').append(a.getName()).append('=');
      out.append(quote).append(escape(a.getValue(), quote)).append(quote);
    }
  }

  private static String escape(String text, String quote) {
    String plain = text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    return switch (quote) {
      case "'" -> plain.replace("'", "&apos;");
      case "\"" -> plain.replace("\"", "&quot;").replace("\n", "&#10;").replace("\t", "&#9;");
      default -> plain;
    };
  }
}
