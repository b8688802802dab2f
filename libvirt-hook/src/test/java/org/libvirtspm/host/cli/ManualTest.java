package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class ManualTest {

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
  void otherShellsAreWrongUsage() {
    assertEquals(
        "virt-spm completion: name the shell: bash\nTry 'virt-spm completion --help'\n",
        CommandRun.of("completion", "fish").err());
  }
}
