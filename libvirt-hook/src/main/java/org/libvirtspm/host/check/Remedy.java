package org.libvirtspm.host.check;

import java.util.ArrayList;
import java.util.List;

/**
 * Commands for the user to paste: each goes to the libvirt that was looked at.
 *
 * @param uri the URI to name; empty when it is the one that is taken without one
 */
public record Remedy(String uri) {

  private static final String HARMLESS = "[A-Za-z0-9_./:=@%+,-]+";

  /** For the libvirt at that URI, looked at by a user of that number. */
  public static Remedy at(String uri, int uid) {
    return new Remedy(uri.equals(uid == 0 ? "qemu:///system" : "qemu:///session") ? "" : uri);
  }

  /** A command of virt-spm. */
  public String virtSpm(String verb, String... operands) {
    return line("virt-spm", verb, operands);
  }

  /** A command of virsh. */
  public String virsh(String verb, String... operands) {
    return line("virsh", verb, operands);
  }

  private String line(String program, String verb, String... operands) {
    List<String> words = new ArrayList<>(List.of(program));
    if (!uri.isEmpty()) {
      words.addAll(List.of("-c", quoted(uri)));
    }
    words.add(verb);
    for (String operand : operands) {
      if (operand.startsWith("-") && operands.length == 1 && !operand.equals("--all")) {
        words.add("--");
      }
      words.add(quoted(operand));
    }
    return String.join(" ", words);
  }

  /** A word as the shell takes it; a domain's name may have anything in it but a slash. */
  private static String quoted(String word) {
    return word.matches(HARMLESS) ? word : "'" + word.replace("'", "'\\''") + "'";
  }
}
