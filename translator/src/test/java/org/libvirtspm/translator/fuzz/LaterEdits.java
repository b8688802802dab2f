package org.libvirtspm.translator.fuzz;

import java.util.List;

/** What a user adds to a translated document: something that is found again by its number. */
final class LaterEdits {

  /** In everything that is added, and in no document before. */
  static final String MARK = "777001";

  private static final List<String> ELEMENTS =
      List.of(
          "<x a='" + MARK + "'/>",
          "<x>" + MARK + "</x>",
          "<memballoon model='virtio'><stats period='" + MARK + "'/></memballoon>",
          "<hostdev type='pci'><alias name='ua-" + MARK + "'/></hostdev>",
          "<memory model='dimm'><target><size>" + MARK + "</size><node>0</node></target></memory>",
          "<property name='numa_node' type='unsigned' value='" + MARK + "'/>",
          "<page size='" + MARK + "' nodeset='0'/>",
          "<memnode cellid='0' mode='strict' nodeset='0' x='" + MARK + "'/>",
          "<sibling id='0' value='" + MARK + "'/>",
          "<latency initiator='0' target='0' type='read' value='" + MARK + "'/>",
          "<cell id='" + MARK + "' memory='1'/>",
          "<alias name='ua-" + MARK + "'/>",
          "<locked x='" + MARK + "'/>",
          "<maxMemory slots='1'>" + MARK + "</maxMemory>");

  private static final List<String> ARGUMENTS =
      List.of(
          "-numa cpu,node-id=0,core-id=" + MARK,
          "-numa dist,src=0,dst=0,val=" + MARK,
          "-numa node,nodeid=" + MARK,
          "-numa hmat-cache,node-id=" + MARK + ",size=1K",
          "-m size=" + MARK + "M",
          "-m " + MARK,
          "-object memory-backend-ram,id=u" + MARK + ",size=1M",
          "-object memory-backend-ram,id=ram-node1,size=" + MARK,
          "-machine hmat=on,x=" + MARK,
          "-device pxb,id=p" + MARK);

  private LaterEdits() {}

  /** The document with one thing more, outside of records. */
  static String add(String translated, Choices choices) {
    Pieces pieces = new Pieces(translated);
    List<Piece> records =
        pieces.elements().stream()
            .filter(e -> e.in(translated).matches("(?s)<([^\\s:>]+:)?undo[\\s/>].*"))
            .toList();
    List<Piece> elements = pieces.elements().stream().filter(e -> isOutside(e, records)).toList();
    List<Piece> arguments =
        elements.stream()
            .filter(e -> e.in(translated).matches("<[\\w.-]+:arg value=.-[^<>]*/>"))
            .toList();
    if (!arguments.isEmpty() && choices.once(3)) {
      return argument(translated, choices.of(arguments), choices);
    }
    return choices.once(2)
        ? element(translated, choices.of(elements), choices)
        : attribute(
            translated,
            choices.of(pieces.startTags().stream().filter(t -> isOutside(t, records)).toList()));
  }

  private static boolean isOutside(Piece p, List<Piece> records) {
    return records.stream().noneMatch(r -> r.start() <= p.start() && p.end() <= r.end());
  }

  private static String argument(String text, Piece at, Choices choices) {
    String name = at.in(text).split("\\s", 2)[0];
    String[] words = choices.of(ARGUMENTS).split(" ", 2);
    String added = name + " value='" + words[0] + "'/>" + name + " value='" + words[1] + "'/>";
    return text.substring(0, at.start()) + added + text.substring(at.start());
  }

  private static String element(String text, Piece at, Choices choices) {
    String added = choices.of(ELEMENTS);
    String inside = at.in(text);
    if (inside.startsWith("<domain") && inside.endsWith("/>")) {
      return attribute(text, at);
    }
    if (choices.once(2) || inside.endsWith("/>")) {
      int where = inside.startsWith("<domain") ? at.start() + inside.lastIndexOf("</") : at.end();
      return text.substring(0, where) + added + text.substring(where);
    }
    int where = at.start() + inside.lastIndexOf("</");
    return text.substring(0, where) + added + text.substring(where);
  }

  private static String attribute(String text, Piece tag) {
    return tag.replace(text, ElementMutations.with(tag.in(text), " x='" + MARK + "'"));
  }
}
