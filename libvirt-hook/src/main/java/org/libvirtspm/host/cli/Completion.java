package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Writes bash's completion from the verbs' models. */
final class Completion {

  /** What may stand behind an option, in words of shell; for all others it is a file's name. */
  private static final Map<String, String> VALUES = values();

  private Completion() {}

  private static Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    values.put("--dialect", "auto spm memmap-type sp-mem");
    values.put("--format", "text json");
    return values;
  }

  /** The script, to be sourced. */
  static String bash() {
    List<String> lines = new ArrayList<>();
    lines.add("# bash completion for virt-spm, made by virt-spm completion");
    lines.add("_virt_spm() {");
    lines.add("    local word=${COMP_WORDS[COMP_CWORD]} before=${COMP_WORDS[COMP_CWORD - 1]}");
    lines.add("    COMPREPLY=()");
    lines.add("    if [[ $COMP_CWORD == 1 ]]; then");
    lines.add("        COMPREPLY=($(compgen -W '" + verbs() + " --help --version' -- \"$word\"))");
    lines.add("        return");
    lines.add("    fi");
    lines.add("    case $before in");
    VALUES.forEach((option, words) -> lines.add(branch(option, reply(words))));
    lines.add("        -c | --connect) return ;;");
    lines.add("    esac");
    lines.add("    case ${COMP_WORDS[1]} in");
    Commands.all().stream().map(Command::usage).forEach(usage -> verb(usage, lines));
    lines.add("    esac");
    lines.add("}");
    lines.add("complete -o default -F _virt_spm virt-spm");
    return String.join("\n", lines) + "\n";
  }

  private static String verbs() {
    return String.join(" ", Commands.NAMES);
  }

  /**
   * Options where one is begun; else domains where the verb takes them, files where it takes none.
   */
  private static void verb(Usage usage, List<String> lines) {
    String name = usage.name().substring(usage.name().indexOf(' ') + 1);
    lines.add("        " + name + ")");
    lines.add("            if [[ $word == -* ]]; then");
    lines.add("                " + reply(options(usage)));
    if (usage.operandName().contains("DOMAIN")) {
      lines.add("            else");
      lines.add("                " + reply("$(virsh -q list --all --name 2>/dev/null)"));
    }
    lines.add("            fi ;;");
  }

  private static String options(Usage usage) {
    return String.join(" ", usage.options().stream().map(option -> option.names().get(0)).toList());
  }

  private static String branch(String option, String command) {
    return "        " + option + ") " + command + "; return ;;";
  }

  private static String reply(String words) {
    return "COMPREPLY=($(compgen -W \"" + words + "\" -- \"$word\"))";
  }
}
