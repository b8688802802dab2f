package org.libvirtspm.testbed;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.libvirtspm.testbed.Comparison.Expected;

/** The differences that SPM itself brings, each with its reason; nothing else is tolerated. */
final class Allowances {
  /** A folder of libvirt's own: it names files after aliases, and hugepages after the mount. */
  private static final Pattern LIBVIRT_FOLDER = Pattern.compile(".*/(qemu/ram/|libvirt/qemu).*");

  private Allowances() {}

  /**
   * The differences for a domain.
   *
   * @param passed whether backends are arguments that libvirt knows nothing of
   */
  static List<Allowance> of(Domain domain, String dialect, boolean passed) {
    boolean device = dialect.equals("sp-mem");
    List<Allowance> all = new ArrayList<>();
    for (Domain.Cell cell : domain.cells()) {
      if (cell.spm()) {
        all.add(mark(cell, dialect));
        all.add(sourceWords(domain, cell));
        all.add(passed ? memfdForFolders(cell) : foldersOfDevices(cell));
        if (passed && domain.has(Feature.HUGEPAGES) && !cell.source().contains("<pagesize")) {
          all.add(defaultPages(cell));
        }
        cell.path().ifPresent(path -> all.add(path(cell, path)));
      }
    }
    all.add(device ? slots(domain) : noBalloon());
    if (!passed && domain.cells().stream().anyMatch(c -> c.spm() && c.path().isPresent())) {
      all.add(e -> e.accept("machine.nvdimm"));
    }
    if (passed && (domain.has(Feature.VFIO) || domain.has(Feature.GENERIC_INITIATOR))) {
      // libvirt would lock only the memory it knows of, and DMA needs all of it.
      all.add(e -> e.facts.put("overcommit.mem-lock", "on"));
    }
    return all;
  }

  /** The mark is what the translation is for: exactly there, exactly in the dialect's words. */
  private static Allowance mark(Domain.Cell cell, String dialect) {
    return e -> e.facts.put("node[" + cell.id() + "].special", dialect);
  }

  /** The twin has no source: its pagesize and nodemask mean what they mean for a device. */
  private static Allowance sourceWords(Domain domain, Domain.Cell cell) {
    String prefix = "node[" + cell.id() + "].memory.";
    return e -> {
      if (cell.source().contains("<nodemask>")) {
        e.facts.put(prefix + "host-nodes", "0");
        e.facts.put(prefix + "policy", "bind");
      }
      if (cell.source().contains("<pagesize")) {
        hugepages(e, prefix, cell.discards(domain));
      }
      boolean bound = e.facts.containsKey(prefix + "host-nodes");
      if (bound && e.facts.get(prefix + "prealloc").equals("on")) {
        e.facts.put(prefix + "prealloc-context", e.facts.get(prefix + "host-nodes"));
      }
    };
  }

  private static void hugepages(Expected e, String prefix, boolean discards) {
    e.facts.put(prefix + "prealloc", "on");
    if (e.facts.get(prefix + "type").equals("memfd")) {
      e.facts.put(prefix + "hugetlb", "on");
      e.facts.put(prefix + "hugetlbsize", "2097152");
      return;
    }
    String path = e.translated.fact(prefix + "mem-path");
    e.facts.put(prefix + "type", "file");
    e.facts.put(prefix + "discard-data", discards ? "on" : "off");
    e.facts.put(
        prefix + "mem-path",
        path.startsWith("/dev/hugepages/libvirt/") ? path : "/dev/hugepages/libvirt/qemu");
  }

  /** libvirt names a device's file after the device, not the node: the folder must stay. */
  private static Allowance foldersOfDevices(Domain.Cell cell) {
    String key = "node[" + cell.id() + "].memory.mem-path";
    return e -> {
      String path = e.facts.getOrDefault(key, "");
      String other = e.translated.fact(key);
      if (path.endsWith("/ram-node" + cell.id())
          && LIBVIRT_FOLDER.matcher(path).matches()
          && folder(path).equals(folder(other))) {
        e.accept(key);
      }
    };
  }

  private static String folder(String path) {
    return path.substring(0, path.lastIndexOf('/') + 1);
  }

  /** A passthrough can't name libvirt's folders, which are the host's business: memfd instead. */
  private static Allowance memfdForFolders(Domain.Cell cell) {
    String prefix = "node[" + cell.id() + "].memory.";
    return e -> {
      String path = e.facts.getOrDefault(prefix + "mem-path", "");
      if (!LIBVIRT_FOLDER.matcher(path).matches()) {
        return;
      }
      e.facts.remove(prefix + "mem-path");
      e.facts.put(prefix + "type", "memfd");
      if (!path.contains("/qemu/ram/")) {
        e.facts.put(prefix + "hugetlb", "on");
        e.facts.put(prefix + "hugetlbsize", path.startsWith("/mnt") ? "1073741824" : "2097152");
      }
      // discard-data spares a file's write-back; a memfd has none, and no such property.
      e.facts.put(prefix + "discard-data", "off");
      privateMemfd(e, prefix);
    };
  }

  /** memfd shares by default; private memory of libvirt's folder may become either. */
  private static void privateMemfd(Expected e, String prefix) {
    if (e.facts.get(prefix + "share").equals("off")) {
      e.accept(prefix + "share");
    }
  }

  /** The twin has no path; device-dax takes no private mapping and wants its alignment told. */
  private static Allowance path(Domain.Cell cell, String path) {
    String prefix = "node[" + cell.id() + "].memory.";
    return e -> {
      e.facts.put(prefix + "type", "file");
      e.facts.put(prefix + "mem-path", path);
      e.facts.put(prefix + "share", "on");
      e.facts.put(prefix + "prealloc", "on");
      e.facts.put(prefix + "discard-data", "off");
      e.facts.put(prefix + "align", String.valueOf(cell.alignMiB() << 20));
      e.facts.remove(prefix + "hugetlb");
      e.facts.remove(prefix + "hugetlbsize");
      contextOfPath(e, prefix);
    };
  }

  /** Preallocated memory bound to host nodes brings threads there, as libvirt itself does it. */
  private static void contextOfPath(Expected e, String prefix) {
    String context = e.translated.fact(prefix + "prealloc-context");
    String hostNodes = e.facts.getOrDefault(prefix + "host-nodes", "0");
    if (context.isEmpty() || context.equals(hostNodes)) {
      e.accept(prefix + "prealloc-context");
    }
  }

  /** Every sp-mem takes a slot and address space above the boot memory. */
  private static Allowance slots(Domain domain) {
    long special = domain.cells().stream().filter(Domain.Cell::spm).count();
    return e -> {
      long slots = e.facts.containsKey("memory.slots") ? number(e.facts.get("memory.slots")) : 0;
      long max = e.facts.containsKey("memory.maxmem") ? number(e.facts.get("memory.maxmem")) : 0;
      Topology t = e.translated;
      if (t.bytes("memory.slots") >= slots + special && t.bytes("memory.slots") <= 256) {
        e.accept("memory.slots");
      }
      if (t.bytes("memory.maxmem") >= Math.max(max, t.bytes("memory.total"))) {
        e.accept("memory.maxmem");
      }
    };
  }

  private static long number(String digits) {
    return Long.parseLong(digits);
  }

  /**
   * The balloon would deflate by the special memory libvirt does not know of. Without it libvirt
   * numbers the PCI addresses it chooses itself anew.
   */
  private static Allowance noBalloon() {
    return e -> {
      if (e.devices.removeIf(d -> d.contains("driver=virtio-balloon"))) {
        e.forgetChosenAddresses();
      }
    };
  }

  /** {@code <hugepages/>} is the host's default size, which QEMU takes as well when told none. */
  private static Allowance defaultPages(Domain.Cell cell) {
    String key = "node[" + cell.id() + "].memory.hugetlbsize";
    return e -> {
      if (!e.translated.facts().containsKey(key)) {
        e.facts.remove(key);
      }
    };
  }
}
