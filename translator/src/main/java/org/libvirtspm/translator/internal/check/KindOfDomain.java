package org.libvirtspm.translator.internal.check;

import java.util.Optional;
import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;

/**
 * SPM needs a QEMU domain of x86_64 on a q35 or pc machine. QEMU ignores the option on microvm and
 * isapc, and no other architecture has it.
 */
final class KindOfDomain implements Rule {

  private static final Set<String> TYPES = Set.of("qemu", "kvm");

  @Override
  public void check(Domain domain, Problems problems) {
    Element root = domain.root();
    if (root.value("type").filter(TYPES::contains).isEmpty()) {
      String type = root.value("type").orElse("");
      problems.error(
          root,
          "type",
          "domain type='" + Excerpt.of(type) + "' has no SPM: it takes type='qemu' or type='kvm'");
    }
    root.descend("os", "type").ifPresent(t -> checkGuest(t, problems));
  }

  private static void checkGuest(Element type, Problems problems) {
    Optional<String> arch = type.value("arch").filter(a -> !a.equals("x86_64"));
    Optional<String> machine = type.value("machine").filter(m -> !isPc(m));
    if (arch.isPresent()) {
      problems.error(
          type,
          "arch",
          "arch='" + Excerpt.of(arch.get()) + "' has no SPM in QEMU: it takes arch='x86_64'");
    } else if (machine.isPresent()) {
      problems.error(
          type,
          "machine",
          "machine='"
              + Excerpt.of(machine.get())
              + "' gives its guest no SPM: it takes a q35 or pc machine");
    }
  }

  private static boolean isPc(String machine) {
    return machine.equals("q35") || machine.equals("pc") || machine.startsWith("pc-");
  }
}
