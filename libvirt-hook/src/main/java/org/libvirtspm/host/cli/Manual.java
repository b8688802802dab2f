package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** All manual pages by name. */
final class Manual {

  private static final String WHOLE = "virt-spm";

  /** Hand-written pages of section 5. */
  private static final List<String> FORMATS =
      List.of("libvirt-spm-domain", "libvirt-spm-hook.conf");

  private Manual() {}

  /** Returns the names of all pages, virt-spm first. */
  static List<String> names() {
    List<String> names = new ArrayList<>(List.of(WHOLE));
    Commands.names().forEach(verb -> names.add(WHOLE + "-" + verb));
    names.addAll(FORMATS);
    return names;
  }

  /** Returns all operands that select a page. */
  private static List<String> words() {
    return Stream.concat(Commands.names().stream(), names().stream()).toList();
  }

  /** Returns the file name, such as {@code virt-spm.1}. */
  static String fileName(String name) {
    return name + (FORMATS.contains(name) ? ".5" : ".1");
  }

  /**
   * A page in the man macros of roff.
   *
   * @param name as in {@link #names}, or a verb alone
   * @throws UsageException if there is none of that name
   */
  static String page(String name) throws IOException {
    if (name.equals(WHOLE)) {
      return ManPage.whole();
    }
    if (FORMATS.contains(name)) {
      try (InputStream in = Manual.class.getResourceAsStream("man/" + fileName(name))) {
        return new String(in.readAllBytes(), StandardCharsets.UTF_8);
      }
    }
    String verb = name.startsWith(WHOLE + "-") ? name.substring(WHOLE.length() + 1) : name;
    return ManPage.of(
        Commands.named(verb)
            .orElseThrow(
                () ->
                    new UsageException(
                        "there is no page '" + name + "'" + Suggestion.of(name, words()))));
  }
}
