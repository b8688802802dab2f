package org.libvirtspm.translator.internal.check;

import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Digits;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Refuses user arguments for QEMU that concern nodes or memory: the translation writes these, and
 * of two arguments QEMU takes the last.
 */
final class QemuArguments implements Rule {

  private static final Pattern HMEM = Pattern.compile("\\bhmem\\b\"?\\s*[=:,]|,hmem$|,hmem,");
  private static final Pattern SP = Pattern.compile("(?:^|[,{]\\s*)\"?sp\"?\\s*(?:[=:]|,|$)");
  private static final Pattern NODE =
      Pattern.compile("(?:^|[,{]\\s*)\"?node\"?\\s*[=:]\\s*\"?([^,}\"]*)");
  private static final Pattern SET =
      Pattern.compile("[^=]*\\.node=|(?:.*,)?property=node(?:,|$)", Pattern.DOTALL);
  private static final Pattern DIMM =
      Pattern.compile("\\b(pc-dimm|nvdimm|virtio-mem(-pci)?|virtio-pmem(-pci)?)\\b");
  private static final List<String> MEMORY = List.of("-m", "--m", "-numa", "--numa");

  @Override
  public void check(Domain domain, Problems problems) {
    List<Element> arguments = domain.qemuArguments();
    for (int i = 0; i < arguments.size(); i++) {
      String option = value(arguments, i);
      Element at = arguments.get(i);
      if (isMemory(option)) {
        problems.error(
            at,
            "argument '"
                + Excerpt.of(option)
                + "' does not go with SPM cells, whose nodes and sizes the translation writes: "
                + Remedy.of("describe them as cells"));
      } else if (option.equals("-object") || option.equals("--object")) {
        backend(value(arguments, i + 1), at, problems);
      } else if (option.equals("-readconfig") || option.equals("--readconfig")) {
        problems.warning(
            at,
            "file '"
                + Excerpt.of(value(arguments, i + 1))
                + "' of -readconfig is not looked at: it must not describe nodes or memory");
      } else if (List.of("-set", "--set", "-global", "--global").contains(option)) {
        property(value(arguments, i + 1), at, problems);
      } else if (option.equals("-device") || option.equals("--device")) {
        device(domain, value(arguments, i + 1), at, problems);
      }
    }
  }

  private static String value(List<Element> arguments, int i) {
    return i < arguments.size()
        ? JsonEscapes.decoded(arguments.get(i).value("value").orElse(""))
        : "";
  }

  private static void property(String value, Element at, Problems problems) {
    if (SET.matcher(value).lookingAt()) {
      problems.error(
          at,
          "argument '"
              + Excerpt.of(value)
              + "' moves a device to another node: "
              + Remedy.of("give the device its node"));
    }
  }

  private static boolean isMemory(String option) {
    return MEMORY.stream().anyMatch(o -> option.equals(o) || option.startsWith(o + "="));
  }

  private static void backend(String value, Element at, Problems problems) {
    if (value.contains("memory-backend") && HMEM.matcher(value).find()) {
      problems.error(
          at,
          "argument '"
              + Excerpt.of(value)
              + "': hmem= on a backend was turned down by QEMU: "
              + Remedy.of("use spm='on' on a cell"));
    }
  }

  private static void device(Domain domain, String value, Element at, Problems problems) {
    if (!DIMM.matcher(value).find()) {
      return;
    }
    if (SP.matcher(value).find()) {
      problems.error(
          at,
          "argument '"
              + Excerpt.of(value)
              + "': sp= on a memory device was turned down by QEMU: "
              + Remedy.of("use spm='on' on a cell"));
    }
    Matcher node = NODE.matcher(value);
    while (node.find()) {
      String number = node.group(1).strip();
      if (domain.isSpmNode(number)) {
        problems.setNode(at, number);
        problems.error(
            at,
            "argument '"
                + Excerpt.of(value)
                + "' would be ordinary memory in an SPM node: "
                + Remedy.of("aim it at an ordinary cell"));
        return;
      } else if (!Digits.arePlain(number, 9)) {
        problems.error(
            at,
            "argument '"
                + Excerpt.of(value)
                + "': node '"
                + Excerpt.of(number)
                + "' is no number: "
                + Remedy.of("write it in digits"));
        return;
      }
    }
  }
}
