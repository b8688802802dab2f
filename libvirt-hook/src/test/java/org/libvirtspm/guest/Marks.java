package org.libvirtspm.guest;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Which nodes of a running domain are marked as special purpose memory. */
final class Marks {

  private static final Pattern NODE = Pattern.compile("node,nodeid=(\\d+),(.*)");

  private Marks() {}

  /** The nodes, in order; where QEMU itself makes the mark each with its size in bytes. */
  static List<String> of(Guest guest, Lane lane) throws IOException {
    return lane.isMarkedByQemu() ? guest.specialMemory() : marked(guest, lane.dialect());
  }

  private static List<String> marked(Guest guest, String dialect) throws IOException {
    String mark = dialect.equals("spm") ? "spm=on" : "memmap-type=spm";
    List<String> arguments = guest.recordedArguments();
    List<String> marked = new ArrayList<>();
    for (int i = 1; i < arguments.size(); i++) {
      Matcher node = NODE.matcher(arguments.get(i));
      if (arguments.get(i - 1).equals("-numa")
          && node.matches()
          && List.of(node.group(2).split(",", -1)).contains(mark)) {
        marked.add(node.group(1));
      }
    }
    return marked;
  }
}
