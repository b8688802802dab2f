package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ManualTest {

  @TempDir Path folder;

  @Test
  void pageTellsOfEveryVerbAndOption() {
    String page = CommandRun.of("manual").outText();
    assertTrue(page.startsWith(".TH VIRT\\-SPM 1 "), page);
    for (Command command : Commands.all()) {
      Usage usage = command.usage();
      assertTrue(page.contains(".SS virt\\-spm " + command.name() + "\n"), command.name());
      assertTrue(!usage.examples().isEmpty(), command.name());
      for (Option option : usage.options()) {
        String name = option.names().get(0).replace("-", "\\-");
        assertTrue(option.equals(Option.HELP) || page.contains(".B " + name), name);
      }
    }
  }

  @Test
  void everyLineIsTextOrAKnownMacro() {
    for (String line : CommandRun.of("manual").outText().lines().toList()) {
      boolean text = !line.startsWith(".") && !line.startsWith("'");
      assertTrue(text || line.matches("\\.(TH|SH|SS|PP|TP|B|BR|EX|EE)( .*)?"), line);
      assertTrue(!line.isEmpty(), "an empty line");
      assertTrue(line.chars().allMatch(c -> c >= ' ' && c < 127), line);
    }
  }

  @Test
  void bashCompletesVerbsOptionsAndValues() throws Exception {
    Path script = folder.resolve("completion");
    Files.writeString(script, CommandRun.of("completion", "bash").outText());
    assertEquals("translate", complete(script, "tr"));
    assertEquals("--dialect", complete(script, "define", "--d"));
    assertEquals("memmap-type", complete(script, "apply", "--dialect", "m"));
    assertEquals("json", complete(script, "list", "--format", "j"));
    for (Command command : Commands.all()) {
      assertEquals(command.name(), complete(script, command.name()), command.name());
      assertTrue(complete(script, command.name(), "--hel").equals("--help"), command.name());
    }
  }

  @Test
  void bashCompletesDomains() throws Exception {
    Path script = folder.resolve("completion");
    String virsh = "virsh() { printf '%s\\n' guest-a guest-b other; }\n";
    Files.writeString(script, virsh + CommandRun.of("completion", "bash").outText());
    assertEquals("guest-a guest-b", complete(script, "dumpxml", "gu"));
    assertEquals("", complete(script, "define", "gu"));
  }

  @Test
  void otherShellsAreWrongUsage() {
    assertEquals(
        "virt-spm completion: name the shell: bash\nTry 'virt-spm completion --help'\n",
        CommandRun.of("completion", "fish").err());
  }

  private static String complete(Path script, String... words)
      throws IOException, InterruptedException {
    String line = "virt-spm " + String.join(" ", words);
    Process bash =
        new ProcessBuilder(
                "bash",
                "-c",
                "source \"$1\"; COMP_WORDS=($2); COMP_CWORD=$3; _virt_spm; echo \"${COMPREPLY[*]}\"",
                "bash",
                script.toString(),
                line,
                Integer.toString(words.length))
            .redirectErrorStream(true)
            .start();
    String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    assertEquals(0, bash.waitFor(), out);
    return out;
  }
}
