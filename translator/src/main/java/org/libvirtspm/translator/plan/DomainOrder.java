package org.libvirtspm.translator.plan;

import java.util.Comparator;
import java.util.List;
import org.libvirtspm.translator.xml.Element;

/** Where libvirt puts the children of a domain when it formats one. */
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

  /** Orders names of the domain's children as libvirt does. */
  public static final Comparator<String> COMPARATOR =
      (a, b) -> Integer.compare(NAMES.indexOf(a), NAMES.indexOf(b));

  private DomainOrder() {}

  /** The index among the root's children at which a new child of that name belongs. */
  public static int index(Element root, String name) {
    int rank = NAMES.indexOf(name);
    int index = 0;
    for (int i = 0; i < root.children().size(); i++) {
      if (root.children().get(i) instanceof Element e
          && e.namespace().isEmpty()
          && NAMES.indexOf(e.localName()) < rank) {
        index = i + 1;
      }
    }
    return index;
  }
}
