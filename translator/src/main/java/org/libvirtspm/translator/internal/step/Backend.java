package org.libvirtspm.translator.internal.step;

import java.util.List;
import java.util.Optional;
import org.libvirtspm.translator.internal.domain.Binding;
import org.libvirtspm.translator.internal.domain.Cell;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.domain.GivenNames;
import org.libvirtspm.translator.internal.domain.MemoryBacking;
import org.libvirtspm.translator.internal.domain.MemorySize;
import org.libvirtspm.translator.internal.domain.Source;
import org.libvirtspm.translator.internal.plan.OptionValue;
import org.libvirtspm.translator.internal.plan.Plan;

/**
 * The memory backend that libvirt would make for a cell (qemuBuildMemoryBackendProps), as QEMU
 * options. A memfd replaces the file that libvirt would create in a folder of its own, which
 * depends on the host.
 */
final class Backend {

  private final Cell cell;
  private final Source source;
  private final MemoryBacking backing;
  private final Binding binding;
  private final boolean huge;
  private final Optional<String> access;

  private Backend(Domain domain, Cell cell) {
    this.cell = cell;
    this.source = cell.source();
    this.backing = domain.backing();
    this.binding = Binding.of(domain, cell);
    this.huge = source.path().isEmpty() && backing.isHuge(cell);
    this.access = backing.access(cell);
  }

  /** Adds the backends of all SPM cells as arguments. */
  static void passAll(Domain domain, Plan plan) {
    for (Cell cell : domain.spmCells()) {
      new Backend(domain, cell).objects().forEach(o -> plan.argument("-object", o));
    }
  }

  /** Returns the values of the {@code -object} arguments, in order. */
  private List<OptionValue> objects() {
    return usesThreadContext() ? List.of(threadContext(), backend()) : List.of(backend());
  }

  private OptionValue threadContext() {
    OptionValue context = OptionValue.of("thread-context").with("id", contextId());
    binding.runs().forEach(run -> context.with("node-affinity", run));
    return context;
  }

  private OptionValue backend() {
    OptionValue options =
        OptionValue.of(type())
            .with("size", MemorySize.qemu(cell.sizeKib()))
            .with("id", GivenNames.backend(cell.id()));
    source.path().ifPresent(p -> options.with("mem-path", p));
    hugePages(options);
    prealloc(options);
    source
        .effectiveAlignKib(cell.sizeKib())
        .ifPresent(kib -> options.with("align", MemorySize.qemu(kib)));
    share(options);
    binding.policy().ifPresent(policy -> bind(options, policy));
    return options;
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

  private void hugePages(OptionValue options) {
    if (huge) {
      options.with("hugetlb", "on");
      backing.pageKib(cell).ifPresent(kib -> options.with("hugetlbsize", MemorySize.qemu(kib)));
    }
  }

  private void prealloc(OptionValue options) {
    if (preallocates()) {
      options.with("prealloc", "on");
    }
    backing.threads().ifPresent(n -> options.with("prealloc-threads", n));
    if (usesThreadContext()) {
      options.with("prealloc-context", contextId());
    }
  }

  private boolean preallocates() {
    return backing.isImmediate() || huge || source.path().isPresent();
  }

  /** Sets share explicitly: a memfd is shared by default, libvirt's file is not. */
  private void share(OptionValue options) {
    if (source.path().isPresent() || access.filter("shared"::equals).isPresent()) {
      options.with("share", "on");
    } else if (isMemfd() && (access.isPresent() || !backing.isMemfd())) {
      options.with("share", "off");
    }
  }

  private void bind(OptionValue options, String policy) {
    binding.runs().forEach(run -> options.with("host-nodes", run));
    options.with("policy", policy);
  }

  private boolean usesThreadContext() {
    return preallocates() && !binding.isEmpty();
  }

  private String contextId() {
    return "tc-" + GivenNames.backend(cell.id());
  }
}
