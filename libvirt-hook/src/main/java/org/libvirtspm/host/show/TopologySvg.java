package org.libvirtspm.host.show;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.libvirtspm.host.Printable;
import org.libvirtspm.translator.internal.domain.MemorySize;

/**
 * Draws a topology: a box for each node, and below it what its first node with vCPUs gets of each.
 */
public final class TopologySvg {

  private static final int BOX_WIDTH = 210;
  private static final int GAP = 20;
  private static final int LINE = 20;
  private static final int TOP = 52;
  private static final int LONGEST = 28;

  private final Topology topology;
  private final StringBuilder svg = new StringBuilder();

  private TopologySvg(Topology topology) {
    this.topology = topology;
  }

  /** Returns the picture as a standalone SVG document. */
  public static String of(Topology topology) {
    return new TopologySvg(topology).draw();
  }

  private String draw() {
    List<List<String>> boxes = topology.nodes().stream().map(this::lines).toList();
    int lines = boxes.stream().mapToInt(List::size).max().orElse(0);
    int boxHeight = LINE * (lines + 1) + 16;
    int width = GAP + boxes.size() * (BOX_WIDTH + GAP);
    int height = TOP + boxHeight + GAP;
    svg.append(
        String.format(
            Locale.ROOT,
            "<svg xmlns='http://www.w3.org/2000/svg' width='%d' height='%d' viewBox='0 0 %d %d'"
                + " font-family='DejaVu Sans, Verdana, sans-serif' font-size='13'>%n",
            width,
            height,
            width,
            height));
    svg.append("  <rect width='100%' height='100%' fill='#ffffff'/>\n");
    text(GAP, 32, "font-size='17' font-weight='bold'", "guest " + topology.name());
    for (int i = 0; i < boxes.size(); i++) {
      box(GAP + i * (BOX_WIDTH + GAP), boxHeight, topology.nodes().get(i), boxes.get(i));
    }
    return svg.append("</svg>\n").toString();
  }

  private void box(int x, int height, GuestNode node, List<String> lines) {
    svg.append(
        String.format(
            Locale.ROOT,
            "  <rect x='%d' y='%d' width='%d' height='%d' rx='6' fill='%s' stroke='%s'/>%n",
            x,
            TOP,
            BOX_WIDTH,
            height,
            node.spm() ? "#fdf0d5" : "#e8f0fa",
            node.spm() ? "#b5651d" : "#3b6ea5"));
    text(x + 12, TOP + 24, "font-weight='bold'", heading(node));
    for (int i = 0; i < lines.size(); i++) {
      text(x + 12, TOP + 24 + LINE * (i + 1), "", lines.get(i));
    }
  }

  private static String heading(GuestNode node) {
    return "node " + node.id() + (node.spm() ? ": special purpose" : "");
  }

  private List<String> lines(GuestNode node) {
    List<String> lines = new ArrayList<>();
    lines.add(MemorySize.words(node.sizeKib()) + " of memory");
    node.cpus().ifPresent(cpus -> lines.add("vCPUs " + cpus));
    if (node.spm()) {
      lines.add("from " + node.backing());
    }
    lines.addAll(node.devices());
    topology.nodes().stream()
        .filter(from -> from.cpus().isPresent())
        .findFirst()
        .ifPresent(from -> links(from, node, lines));
    return lines;
  }

  private void links(GuestNode from, GuestNode node, List<String> lines) {
    String origin = " from node " + from.id();
    if (topology.hasDistances()) {
      lines.add("distance " + topology.distance(from, node) + origin);
    }
    topology.access(true, from, node).ifPresent(ns -> lines.add(ns + " ns" + origin));
    topology
        .access(false, from, node)
        .ifPresent(kib -> lines.add(MemorySize.words(kib) + "/s" + origin));
  }

  private void text(int x, int y, String style, String text) {
    String shown = text.length() > LONGEST ? text.substring(0, LONGEST - 1) + "…" : text;
    svg.append(
        String.format(
            Locale.ROOT,
            "  <text x='%d' y='%d'%s>%s</text>%n",
            x,
            y,
            style.isEmpty() ? "" : " " + style,
            escaped(Printable.text(shown))));
  }

  private static String escaped(String text) {
    return text.replace("&", "&amp;").replace("<", "&lt;");
  }
}
