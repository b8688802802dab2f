package org.libvirtspm.host.check;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;
import org.libvirtspm.translator.SpmCell;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** Checks whether enough of the requested huge pages are free. */
final class HugepagesCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    Map<Long, Long> wanted = new TreeMap<>();
    for (SpmCell cell : subject.cells()) {
      cell.pageKib().ifPresent(page -> wanted.merge(page, cell.sizeKib() / page, Long::sum));
    }
    return wanted.entrySet().stream().map(e -> pages(subject, e.getKey(), e.getValue())).toList();
  }

  private static Finding pages(Subject subject, long pageKib, long wanted) {
    String folder = "/sys/kernel/mm/hugepages/hugepages-" + pageKib + "kB";
    Path files = subject.host().at(folder);
    OptionalLong free = subject.host().number(files.resolve("free_hugepages"));
    long all = subject.host().number(files.resolve("nr_hugepages")).orElse(0);
    String size = MemorySize.words(pageKib);
    if (free.isEmpty()) {
      return Finding.error(
          Code.HUGE_PAGES,
          "this host has no huge pages of " + size,
          "QEMU can't get the memory",
          "choose a <pagesize> that /sys/kernel/mm/hugepages has");
    }
    if (free.getAsLong() >= wanted) {
      return Finding.ok(
          Code.HUGE_PAGES,
          free.getAsLong() + " huge pages of " + size + " are free, " + wanted + " needed");
    }
    return Finding.error(
        Code.HUGE_PAGES,
        "of huge pages of " + size + " " + free.getAsLong() + " are free, " + wanted + " needed",
        "QEMU can't get the memory",
        "echo " + (all + wanted - free.getAsLong()) + " > " + folder + "/nr_hugepages");
  }
}
