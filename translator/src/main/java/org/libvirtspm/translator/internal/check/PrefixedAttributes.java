package org.libvirtspm.translator.internal.check;

import java.util.Set;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Attribute;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Node;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Refuses prefixed attributes whose local name the translation reads. libvirt reads most attributes
 * with libxml2's xmlGetProp, which ignores namespaces, so it might use a value that is ignored
 * here. Other names are kept.
 */
final class PrefixedAttributes implements Rule {

  private static final Set<String> OF_LIBVIRT = Set.of("", Domain.QEMU);

  /** Local names of all attributes that the translation reads. */
  private static final Set<String> READ =
      Set.of(
          "access",
          "alias",
          "arch",
          "associativity",
          "cache",
          "cellid",
          "cpus",
          "discard",
          "firmware",
          "id",
          "index",
          "initiator",
          "level",
          "machine",
          "memAccess",
          "memory",
          "mode",
          "model",
          "name",
          "nodeset",
          "placement",
          "policy",
          "size",
          "slots",
          "target",
          "type",
          "unit",
          "value");

  @Override
  public void check(Domain domain, Problems problems) {
    check(domain.root(), problems);
  }

  private static void check(Element e, Problems problems) {
    if (e.is("metadata") || !OF_LIBVIRT.contains(e.namespace())) {
      return;
    }
    for (Attribute a : e.attributes()) {
      if (isPrefixed(a) && READ.contains(a.name().substring(a.name().indexOf(':') + 1))) {
        problems.error(
            a,
            "libvirt may read '"
                + Excerpt.of(a.name())
                + "' of <"
                + Excerpt.name(e)
                + "> as its own: "
                + Remedy.of("remove it"));
      }
    }
    for (Node n : e.children()) {
      if (n instanceof Element c) {
        check(c, problems);
      }
    }
  }

  private static boolean isPrefixed(Attribute a) {
    return !a.namespace().isEmpty() && !a.declaresNamespace();
  }
}
