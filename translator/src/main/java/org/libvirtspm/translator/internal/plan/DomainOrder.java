package org.libvirtspm.translator.internal.plan;

import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.libvirtspm.translator.internal.xml.Element;

/** The order in which libvirt formats the children of a domain. */
public final class DomainOrder {

  private static final List<String> NAMES =
      List.of(
          "name",
          "uuid",
          "genid",
          "title",
          "description",
          "metadata",
          "maxMemory",
          "memory",
          "currentMemory",
          "blkiotune",
          "memtune",
          "memoryBacking",
          "vcpu",
          "vcpus",
          "iothreads",
          "iothreadids",
          "defaultiothread",
          "cputune",
          "numatune",
          "resource",
          "sysinfo",
          "bootloader",
          "os",
          "features",
          "cpu",
          "clock",
          "on_poweroff",
          "on_reboot",
          "on_crash",
          "pm",
          "devices");

  private static final Map<String, Integer> RANKS =
      IntStream.range(0, NAMES.size()).boxed().collect(Collectors.toMap(NAMES::get, i -> i));

  /** Orders element names as libvirt does. */
  public static final Comparator<String> COMPARATOR = (a, b) -> Integer.compare(rank(a), rank(b));

  private DomainOrder() {}

  private static int rank(String name) {
    return RANKS.getOrDefault(name, -1);
  }

  /** Returns the index at which libvirt would put a new child of that name. */
  public static int index(Element root, String name) {
    int rank = rank(name);
    int index = 0;
    for (int i = 0; i < root.children().size(); i++) {
      if (root.children().get(i) instanceof Element e
          && e.namespace().isEmpty()
          && rank(e.localName()) < rank) {
        index = i + 1;
      }
    }
    return index;
  }
}
