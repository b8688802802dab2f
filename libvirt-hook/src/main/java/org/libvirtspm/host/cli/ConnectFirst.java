package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.List;

/** Accepts {@code -c URI} before the verb, as virsh does. */
final class ConnectFirst {

  private ConnectFirst() {}

  /** Returns the arguments with connection options moved behind the verb. */
  static List<String> behindVerb(List<String> args) {
    int words = leadingWords(args);
    if (words == 0 || words >= args.size()) {
      return args;
    }
    List<String> moved = new ArrayList<>();
    moved.add(args.get(words));
    moved.addAll(args.subList(0, words));
    moved.addAll(args.subList(words + 1, args.size()));
    return moved;
  }

  private static int leadingWords(List<String> args) {
    if (args.isEmpty()) {
      return 0;
    }
    String first = args.get(0);
    if (first.equals("-c") || first.equals("--connect")) {
      return 2;
    }
    return first.startsWith("--connect=") || first.startsWith("-c") ? 1 : 0;
  }
}
