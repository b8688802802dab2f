package org.libvirtspm.host.check;

import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.xml.Element;

/**
 * Checks whether the firmware passes SPM on to the guest. OVMF does from edk2-stable202605; the
 * release is known from the image's package, not from the image.
 *
 * @param packages returns package and version of a file, if known
 */
record FirmwareCheck(Function<String, Optional<String>> packages) implements Check {

  /** Year and month of edk2-stable202605. */
  private static final int FIRST_RELEASE = 202605;

  private static final Pattern RELEASE = Pattern.compile("\\b(20[0-9]{2})\\.?(0[1-9]|1[0-2])");

  private static final String WHY =
      "firmware that does not know the mark leaves the memory out of the guest's map in silence";

  private static final String FIX = "install OVMF of edk2-stable202605 or later";

  @Override
  public List<Finding> of(Subject subject) {
    Optional<Element> os = subject.translated().root().child("os");
    Optional<String> loader = os.flatMap(o -> o.child("loader")).map(Element::text);
    boolean efi = os.flatMap(o -> o.value("firmware")).filter("efi"::equals).isPresent();
    if (loader.isPresent() && !loader.get().isBlank()) {
      return List.of(loader(loader.get().strip()));
    }
    return List.of(
        efi
            ? Finding.note(
                Code.FIRMWARE,
                "libvirt chooses the firmware when the domain is defined",
                "it must be OVMF of edk2-stable202605 or later",
                "check the domain then")
            : Finding.error(
                Code.FIRMWARE,
                "the domain has no UEFI firmware",
                "SeaBIOS hides the memory from the guest",
                "<os firmware='efi'>"));
  }

  /** Returns the findings about one firmware image. */
  Finding loader(String loader) {
    Optional<String> source = packages.apply(loader);
    OptionalInt release = source.map(FirmwareCheck::release).orElse(OptionalInt.empty());
    String what = "the firmware " + loader + source.map(s -> " is of " + s).orElse("");
    if (release.isEmpty()) {
      return Finding.warning(
          Code.FIRMWARE,
          what + (source.isEmpty() ? " came in no package:" : ":") + " its release is not known",
          WHY,
          FIX);
    }
    return release.getAsInt() >= FIRST_RELEASE
        ? Finding.ok(Code.FIRMWARE, what + " and passes the mark on")
        : Finding.error(Code.FIRMWARE, what + ": it is too old to pass the mark on", WHY, FIX);
  }

  /** Parses the release: Debian writes 2026.08-1, Fedora 20260814. */
  static OptionalInt release(String source) {
    Matcher date = RELEASE.matcher(source);
    return date.find()
        ? OptionalInt.of(Integer.parseInt(date.group(1) + date.group(2)))
        : OptionalInt.empty();
  }
}
