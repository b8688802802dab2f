package org.libvirtspm.translator.internal.check;

import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/** Memory devices plugged into an SPM node are ordinary memory, so none may be aimed at one. */
final class MemoryDevices implements Rule {

  @Override
  public void check(Domain domain, Problems problems) {
    for (Element device : domain.devices("memory")) {
      device.descend("target", "node").ifPresent(node -> check(domain, device, node, problems));
    }
  }

  private static void check(Domain domain, Element device, Element node, Problems problems) {
    String text = node.text();
    if (domain.isSpmNode(text)) {
      problems.setNode(node, text);
      problems.error(
          node,
          "memory device model='"
              + Excerpt.of(device.value("model").orElse(""))
              + "' on node "
              + text
              + " would be ordinary memory in an SPM node: "
              + Remedy.of("aim it at an ordinary cell"));
    }
  }
}
