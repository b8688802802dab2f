package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.libvirtspm.host.check.Code;

/** Writes virt-spm(1) and a page for each verb, from the verbs' models. */
final class ManPage {

  private static final Map<String, String> ENVIRONMENT =
      Map.of(
          "LIBVIRT_DEFAULT_URI", "The libvirt to talk to when no URI is given.",
          "VIRSH_DEFAULT_CONNECT_URI", "What virt-spm virsh, as virsh itself, takes before it.",
          "VIRT_SPM_PROBE_CACHE", "A folder in place of all those for what emulators said.",
          "VISUAL, EDITOR", "What edit starts; vi when neither is set.",
          "JAVA_HOME", "The Java to run on, 17 or later; by default the newest that is found.",
          "XDG_CACHE_HOME", "Where users other than root keep what emulators said of themselves.",
          "VIRT_SPM_JVM_OPTIONS", "Options for Java, such as -Xmx4g; else its heap has 2 GiB.",
          "NO_COLOR",
              "Set to anything, show and demo print no colours; else they do on a terminal.",
          "VIRT_SPM_DEBUG", "Set to 1, an error is shown with all there is to know about it.");

  private static final Map<String, String> FILES =
      Map.of(
          "/var/cache/libvirt-spm/probe",
          "What emulators said about themselves; other users than root have theirs below"
              + " $XDG_CACHE_HOME.",
          "/etc/libvirt-spm/hook.conf",
          "The hook's configuration.",
          "/etc/libvirt/hooks/qemu.d/50-libvirt-spm",
          "The hook, where it is installed.",
          "/run/libvirt-spm",
          "What the hook has lent to guests, until they end.",
          "/usr/share/xml/libvirt-spm/virt-spm.schema.json",
          "The schema of JSON answers; below /usr/local where that is the prefix.");

  private ManPage() {}

  /** Returns the page of the whole command. */
  static String whole() throws IOException {
    Roff page = new Roff("virt-spm", 1, "Specific Purpose Memory for libvirt domains");
    page.section("SYNOPSIS");
    Commands.WHOLE.synopsis().forEach(s -> page.synopsis("virt-spm", s));
    page.section("DESCRIPTION");
    page.text(
        "Linux keeps memory that the firmware calls specific purpose away from its page allocator"
            + " and gives it to a driver. virt-spm lets a libvirt domain have such memory: one"
            + " attribute, spm='on', on a NUMA cell of the domain's XML.");
    page.paragraph(
        "What a translation writes (memory devices, arguments, overrides, and their values) is its"
            + " own, and is written anew from the declaration, which alone is to be edited: changes"
            + " to the rest, and comments inside its elements, are then lost. libvirt-spm-domain(5)"
            + " describes the declaration.");
    page.section("COMMANDS");
    page.text("Each has a page of its own.");
    Commands.all().forEach(c -> page.term(c.usage().name(), c.usage().summary()));
    json(page);
    closing(page, null);
    page.section("ENVIRONMENT");
    terms(page, ENVIRONMENT);
    page.section("FILES");
    terms(page, FILES);
    List<String> others = new ArrayList<>();
    Commands.names().forEach(name -> others.add("virt-spm-" + name + "(1)"));
    others.addAll(
        List.of(
            "libvirt-spm-domain(5)",
            "libvirt-spm-hook.conf(5)",
            "virsh(1)",
            "virt-xml(1)",
            "daxctl(1)"));
    page.seeAlso(others);
    return page.page();
  }

  private static void json(Roff page) throws IOException {
    page.section("JSON");
    page.text(
        "With --format json, all of standard output is one object, and standard error is empty,"
            + " whatever happens. The installed virt-spm.schema.json describes it (JSON Schema"
            + " 2020-12). A later release may add fields, codes and verbs; where a field changes"
            + " its meaning or goes away, schemaVersion is raised. What is not known, or is not"
            + " there, is null. filter, virsh and watch have no such option, by intent: what filter"
            + " prints is the document, what virsh prints is virsh's, and watch writes a line for each"
            + " thing that it does. The fields:");
    JsonFields.ofEnvelope(page);
    page.subsection("Codes");
    page.text(
        "A code says what a finding is about, its level how that stands. Those of documents'"
            + " problems, and then those of hosts and runs:");
    DocumentCodes.ABOUT.forEach(page::term);
    for (Code code : Code.values()) {
      page.term(code.word(), "About " + code.about() + ".");
    }
  }

  /** Returns the page of a verb. */
  static String of(Command command) throws IOException {
    Usage usage = command.usage();
    Roff page = new Roff(usage.name().replace(' ', '-'), 1, summary(usage));
    page.section("SYNOPSIS");
    synopses(usage).forEach(s -> page.synopsis(usage.name(), s));
    page.section("DESCRIPTION");
    page.text(usage.description());
    page.section("OPTIONS");
    if (usage.operand() != null) {
      page.term(usage.operandName(), usage.operand());
    }
    usage.options().forEach(option -> page.term(names(option), option.description()));
    JsonFields.ofVerb(command.name(), page);
    closing(page, command);
    page.section("EXAMPLES");
    page.example(usage.examples());
    page.seeAlso(List.of("virt-spm(1)", "libvirt-spm-domain(5)"));
    return page.page();
  }

  /** Returns one synopsis per action; lines without a lower-case start continue the one before. */
  private static List<String> synopses(Usage usage) {
    String lines = String.join("\n", usage.synopsis());
    return Arrays.stream(lines.split("\n(?=[a-z])"))
        .map(synopsis -> synopsis.replaceAll("\\s+", " "))
        .toList();
  }

  /** Formats a summary for whatis: without full stop and capital. */
  private static String summary(Usage usage) {
    String summary = usage.summary();
    return summary.substring(0, 1).toLowerCase(Locale.ROOT)
        + summary.substring(1, summary.length() - 1);
  }

  private static String names(Option option) {
    String value = option.takesValue() ? " " + option.value() : "";
    return String.join(", ", option.names()) + value;
  }

  private static void closing(Roff page, Command command) {
    page.section("EXIT STATUS");
    Help.exitStatus(command).forEach(line -> page.term(line.substring(0, 1), line.substring(3)));
    page.section("LIMITS");
    Help.LIMITS.forEach(page::text);
  }

  private static void terms(Roff page, Map<String, String> terms) {
    terms.entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(e -> page.term(e.getKey(), e.getValue()));
  }
}
