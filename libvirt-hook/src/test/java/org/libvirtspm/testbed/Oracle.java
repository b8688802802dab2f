package org.libvirtspm.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Asks a libvirt about many documents in one go; one thread at a time. */
final class Oracle {
  private static final Pattern ECHO = Pattern.compile("@@@([0-9]+)(?:virsh # |\\n)");

  private final VirshRunner runner;

  Oracle(VirshRunner runner) {
    this.runner = runner;
  }

  /** What libvirt answered: its output, or what it said when it refused. */
  record Answer(String output, String error) {
    boolean refused() {
      return !error.isEmpty();
    }
  }

  /** The version of the libvirt behind this oracle, such as 12.8.0. */
  synchronized String version() throws IOException, InterruptedException {
    Matcher m =
        Pattern.compile("Using library: libvirt ([0-9.]+)").matcher(runner.run("version\n"));
    if (!m.find()) {
      throw new IOException("virsh told no version");
    }
    return m.group(1);
  }

  /** The QEMU command line of every document. */
  Map<String, Answer> argv(Map<String, byte[]> documents) throws IOException, InterruptedException {
    return ask(documents, List.of("domxml-to-native qemu-argv --xml %2$s"));
  }

  /** What dumpxml gives back of every document once it is defined, validated where asked. */
  Map<String, Answer> dumpxml(Map<String, byte[]> documents, boolean validate)
      throws IOException, InterruptedException {
    String define = "define " + (validate ? "--validate " : "") + "%2$s";
    return ask(documents, List.of(define, "dumpxml --inactive %1$s", "undefine %1$s"));
  }

  private synchronized Map<String, Answer> ask(Map<String, byte[]> documents, List<String> commands)
      throws IOException, InterruptedException {
    StringBuilder input = new StringBuilder();
    List<String> names = new ArrayList<>(documents.keySet());
    for (int i = 0; i < names.size(); i++) {
      Path file = runner.shared().resolve(names.get(i) + ".xml");
      Files.write(file, documents.get(names.get(i)));
      input.append("echo \"@@@").append(i).append("\"\n");
      for (String command : commands) {
        String inside = runner.sharedInside() + "/" + file.getFileName();
        input.append(command.formatted(names.get(i), inside)).append('\n');
      }
    }
    return answers(names, runner.run(input.toString()));
  }

  private static Map<String, Answer> answers(List<String> names, String output) {
    Map<String, Answer> answers = new LinkedHashMap<>();
    Matcher m = ECHO.matcher(output);
    int from = -1;
    int number = -1;
    while (m.find()) {
      if (from >= 0) {
        answers.put(names.get(number), answer(output.substring(from, m.start())));
      }
      from = m.end();
      number = Integer.parseInt(m.group(1));
    }
    if (from >= 0) {
      answers.put(names.get(number), answer(output.substring(from)));
    }
    if (answers.size() != names.size()) {
      throw new IllegalStateException("virsh answered " + answers.size() + " of " + names.size());
    }
    return answers;
  }

  /** Takes virsh's prompts and echoes of commands out of what it printed. */
  private static Answer answer(String printed) {
    StringBuilder text = new StringBuilder();
    StringBuilder errors = new StringBuilder();
    for (String line : printed.replace("virsh # ", "\nvirsh # ").lines().toList()) {
      String plain = line.replaceFirst("^(virsh # )+", "");
      if (plain.startsWith("error: ")) {
        errors.append(plain).append('\n');
      } else if (!plain.matches("(domxml-to-native|define|dumpxml|undefine|echo) .*|")) {
        text.append(plain).append('\n');
      }
    }
    if (text.length() == 0 && errors.length() == 0) {
      errors.append("error: nothing was printed\n");
    }
    return new Answer(text.toString(), errors.toString());
  }
}
