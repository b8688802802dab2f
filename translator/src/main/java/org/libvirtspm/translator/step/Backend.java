package org.libvirtspm.translator.step;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.domain.Binding;
import org.libvirtspm.translator.domain.Cell;
import org.libvirtspm.translator.domain.Domain;
import org.libvirtspm.translator.domain.MemoryBacking;
import org.libvirtspm.translator.domain.MemorySize;
import org.libvirtspm.translator.domain.Source;

/**
 * The memory backend that libvirt would have made for a cell (qemuBuildMemoryBackendProps), as
 * options of QEMU. Where libvirt would have put a file below a folder of its own it is a memfd: the
 * folder is the host's business.
 */
final class Backend {

  private final Cell cell;
  private final Source source;
  private final MemoryBacking backing;
  private final Binding binding;
  private final boolean huge;
  private final Optional<String> access;
  private final List<String> options = new ArrayList<>();

  private Backend(Domain domain, Cell cell) {
    this.cell = cell;
    this.source = cell.source();
    this.backing = domain.backing();
    this.binding = Binding.of(domain, cell);
    this.huge = source.path().isEmpty() && backing.isHuge(cell);
    this.access = backing.access(cell);
  }

  static Backend of(Domain domain, Cell cell) {
    return new Backend(domain, cell);
  }

  /** The backend's id: the one libvirt gives it. */
  static String id(int node) {
    return "ram-node" + node;
  }

  /** The arguments of {@code -object}, in order. */
  List<String> objects() {
    List<String> objects = new ArrayList<>();
    if (usesThreadContext()) {
      objects.add("thread-context,id=" + contextId() + binding.options("node-affinity"));
    }
    objects.add(backend());
    return objects;
  }

  private String backend() {
    options.add(type());
    options.add("size=" + MemorySize.qemu(cell.sizeKib()));
    options.add("id=" + id(cell.id()));
    source.path().ifPresent(p -> options.add("mem-path=" + p.replace(",", ",,")));
    hugePages();
    prealloc();
    source
        .effectiveAlignKib(cell.sizeKib())
        .ifPresent(kib -> options.add("align=" + MemorySize.qemu(kib)));
    share();
    return String.join(",", options) + bound();
  }

  private String type() {
    if (source.path().isPresent()) {
      return "memory-backend-file";
    }
    return isMemfd() ? "memory-backend-memfd" : "memory-backend-ram";
  }

  private boolean isMemfd() {
    return backing.isMemfd() || huge || access.isPresent() || backing.isFile();
  }

  private void hugePages() {
    if (huge) {
      options.add("hugetlb=on");
      backing.pageKib(cell).ifPresent(kib -> options.add("hugetlbsize=" + MemorySize.qemu(kib)));
    }
  }

  private void prealloc() {
    if (preallocates()) {
      options.add("prealloc=on");
    }
    backing.threads().ifPresent(n -> options.add("prealloc-threads=" + n));
    if (usesThreadContext()) {
      options.add("prealloc-context=" + contextId());
    }
  }

  private boolean preallocates() {
    return backing.isImmediate() || huge || source.path().isPresent();
  }

  /** A memfd is shared unless told otherwise, the file libvirt would have made is not. */
  private void share() {
    if (source.path().isPresent() || access.filter("shared"::equals).isPresent()) {
      options.add("share=on");
    } else if (isMemfd() && (access.isPresent() || !backing.isMemfd())) {
      options.add("share=off");
    }
  }

  private String bound() {
    return binding.policy().map(p -> binding.options("host-nodes") + ",policy=" + p).orElse("");
  }

  private boolean usesThreadContext() {
    return preallocates() && !binding.isEmpty();
  }

  private String contextId() {
    return "tc-" + id(cell.id());
  }
}
