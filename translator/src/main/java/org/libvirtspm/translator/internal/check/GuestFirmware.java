package org.libvirtspm.translator.internal.check;

import java.util.Optional;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.Problems;
import org.libvirtspm.translator.internal.domain.Domain;
import org.libvirtspm.translator.internal.xml.Element;
import org.libvirtspm.translator.internal.xml.Excerpt;
import org.libvirtspm.translator.internal.xml.Remedy;

/**
 * Warns if the guest's firmware hides the SPM. The guest learns of it through UEFI and ACPI:
 * SeaBIOS drops the entry, OVMF passes it on from edk2-stable202605.
 */
final class GuestFirmware implements Rule {

  private static final Pattern NO_ACPI =
      Pattern.compile("^--?no-acpi$|(?:^|,)acpi=(?:off|no|n|false)(?:,|$)");

  @Override
  public void check(Domain domain, Problems problems) {
    if (domain.spmCells().isEmpty()) {
      return;
    }
    Element root = domain.root();
    Element at = root.child("os").orElse(root);
    if (!hasUefi(at)) {
      problems.warning(
          at,
          "no UEFI loader: SeaBIOS hides SPM from the guest; "
              + Remedy.of("use <os firmware='efi'>, with OVMF of edk2-stable202605 or later"));
    }
    if (root.descend("features", "acpi").isEmpty()) {
      problems.warning(
          root.child("features").orElse(root),
          "ACPI is off: the guest cannot tell which node its SPM is; "
              + Remedy.of("add <features><acpi/></features>"));
    }
    domain.qemuArguments().stream()
        .filter(a -> NO_ACPI.matcher(a.value("value").orElse("")).find())
        .forEach(
            a ->
                problems.warning(
                    a,
                    "argument '"
                        + Excerpt.of(a.value("value").orElse(""))
                        + "' turns ACPI off: the guest cannot tell which node its SPM is; "
                        + Remedy.of("remove it")));
  }

  private static boolean hasUefi(Element os) {
    Optional<Element> loader = os.child("loader");
    return os.value("firmware").filter("efi"::equals).isPresent()
        || loader.flatMap(l -> l.value("type")).filter("pflash"::equals).isPresent()
        || loader.filter(l -> l.text().matches("(?i).*(ovmf|edk2|uefi).*")).isPresent();
  }
}
