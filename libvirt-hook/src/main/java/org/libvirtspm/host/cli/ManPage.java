package org.libvirtspm.host.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/** Writes the manual page from the verbs' models, in the man macros of roff. */
final class ManPage {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LIBVIRT_DEFAULT_URI", "The libvirt to talk to when no URI is given.",
          "VISUAL, EDITOR", "What edit starts; vi when neither is set.",
          "VIRT_SPM_DEBUG", "Set to 1, an error is shown with all there is to know about it.");

  private static final Map<String, String> FILES =
      Map.of(
          "/var/cache/libvirt-spm/probe",
          "What emulators said about themselves; other users than root have theirs below"
              + " $XDG_CACHE_HOME.");

  private final List<String> lines = new ArrayList<>();

  private ManPage() {}

  /** The whole page. */
  static String text() {
    ManPage page = new ManPage();
    page.head();
    page.section("COMMANDS");
    Commands.all().forEach(command -> page.command(command.usage()));
    page.list("EXIT STATUS", Help.EXIT_STATUS);
    page.list("LIMITS", Help.LIMITS);
    page.section("ENVIRONMENT");
    ENVIRONMENT.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> page.term(e.getKey(), e.getValue()));
    page.section("FILES");
    FILES.forEach(page::term);
    page.section("SEE ALSO");
    page.add(".BR virsh (1),");
    page.add(".BR virt\\-xml (1),");
    page.add(".BR daxctl (1)");
    return String.join("\n", page.lines) + "\n";
  }

  private void head() {
    add(".TH VIRT\\-SPM 1 \"\" \"virt\\-spm " + escaped(Version.text()) + "\" \"libvirt\\-spm\"");
    section("NAME");
    add("virt\\-spm \\- Specific Purpose Memory for libvirt domains");
    section("SYNOPSIS");
    Commands.WHOLE.synopsis().forEach(s -> synopsis("virt-spm", s));
    section("DESCRIPTION");
    paragraph(
        "Linux keeps memory that the firmware calls specific purpose away from its page allocator"
            + " and gives it to a driver. virt-spm lets a libvirt domain have such memory: one"
            + " attribute, spm='on', on a NUMA cell of the domain's XML.");
  }

  private void command(Usage usage) {
    add(".SS " + escaped(usage.name()));
    synopsis(usage.name(), String.join(" ", usage.synopsis()));
    add(".PP");
    paragraph(usage.description());
    if (usage.operand() != null) {
      term(usage.operandName(), usage.operand());
    }
    usage.options().stream()
        .filter(option -> !option.equals(Option.HELP))
        .forEach(option -> term(names(option), option.description()));
    add(".PP");
    add("Example:");
    add(".PP");
    add(".EX");
    usage.examples().forEach(example -> add("    " + escaped(example)));
    add(".EE");
  }

  private static String names(Option option) {
    String value = option.takesValue() ? " " + option.value() : "";
    return String.join(", ", option.names()) + value;
  }

  private void list(String title, List<String> entries) {
    section(title);
    for (String entry : entries) {
      add(".PP");
      paragraph(entry);
    }
  }

  private void synopsis(String name, String arguments) {
    add(".PP");
    add(".B " + escaped(name));
    paragraph(arguments);
  }

  private void section(String title) {
    add(".SH " + title);
  }

  private void term(String term, String description) {
    add(".TP");
    add(".B " + escaped(term));
    paragraph(description);
  }

  private void paragraph(String text) {
    String line = escaped(text);
    add(line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line);
  }

  private void add(String line) {
    lines.add(line);
  }

  private static String escaped(String text) {
    return text.replace("\\", "\\e").replace("-", "\\-").replace("'", "\\(aq");
  }
}
