package org.libvirtspm.host.check;

import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.host.ShellWord;

/**
 * Commands for the user to paste: each goes to the libvirt that was looked at.
 *
 * @param uri the URI to name; empty when it is the one that is taken without one
 */
public record Remedy(String uri) {

  /** Makes commands for the libvirt at a URI, run by the user of a uid. */
  public static Remedy at(String uri, int uid) {
    return new Remedy(uri.equals(uid == 0 ? "qemu:///system" : "qemu:///session") ? "" : uri);
  }

  /** Returns a virt-spm command. */
  public String virtSpm(String verb, String... operands) {
    return line(ShellWord.virtSpm(), verb, operands);
  }

  /** Returns a virsh command. */
  public String virsh(String verb, String... operands) {
    return line("virsh", verb, operands);
  }

  private String line(String program, String verb, String... operands) {
    List<String> words = new ArrayList<>(List.of(program));
    if (!uri.isEmpty()) {
      words.addAll(List.of("-c", ShellWord.of(uri)));
    }
    words.add(verb);
    for (String operand : operands) {
      if (operand.startsWith("-") && operands.length == 1 && !operand.equals("--all")) {
        words.add("--");
      }
      words.add(ShellWord.of(operand));
    }
    return String.join(" ", words);
  }
}
