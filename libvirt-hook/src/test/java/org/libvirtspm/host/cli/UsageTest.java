package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class UsageTest {

  @TempDir Path folder;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "translate | virt-spm translate: name a FILE, or - for standard input",
        "translate --frob x | virt-spm translate: there is no option '--frob'",
        "translate -x | virt-spm translate: there is no option '-x'",
        "translate --dialect | virt-spm translate: the option --dialect lacks its value",
        "translate --werror=1 x | virt-spm translate: the option --werror takes no value",
        "translate -o a -o b x | virt-spm translate: the option -o is given twice",
        "translate - - | virt-spm translate: standard input can be read only once",
        "translate a b | virt-spm translate: several FILEs need -o DIR, an existing folder",
        "translate -o no/ a | virt-spm translate: there is no folder no/",
        "translate --libvirt twelve a | virt-spm translate: 'twelve' is no libvirt version; write it as 12.8 or 12.8.0",
        "untranslate --dialect spm a | virt-spm untranslate: there is no option '--dialect'",
        "validate -o x a | virt-spm validate: there is no option '-o'",
        "validate -hx a | virt-spm validate: there is no option '-hx'",
        "translate --dailect=spm a | virt-spm translate: there is no option '--dailect=spm'; did you mean '--dialect'?",
        "translate --dial spm a | virt-spm translate: there is no option '--dial'; did you mean '--dialect'?",
        "list -c a --connect=b | virt-spm list: the option -c is given twice",
        "list -c | virt-spm list: the option --connect lacks its value",
        "frobnicate | virt-spm: there is no command 'frobnicate'",
        "tranlsate a | virt-spm: there is no command 'tranlsate'; did you mean 'translate'?",
        "valid a | virt-spm: there is no command 'valid'; did you mean 'validate'?",
        "--help dumpxlm | virt-spm: there is no command 'dumpxlm'; did you mean 'dumpxml'?",
        "--verison | virt-spm: there is no option '--verison'; did you mean '--version'?",
        "help dumpxlm | virt-spm help: there is no command 'dumpxlm'; did you mean 'dumpxml'?",
        "help list edit | virt-spm help: name one COMMAND only",
        "hook instal | virt-spm hook: 'instal' is none of install, uninstall and status; did you mean 'install'?",
        "--frob | virt-spm: there is no option '--frob'",
        "attach --memory 1M | virt-spm attach: name a DOMAIN",
        "attach --memory 1M a b | virt-spm attach: name one DOMAIN only",
        "attach a | virt-spm attach: say how much with --memory, or name a device with --path",
        "attach --memory 16 a | virt-spm attach: --memory '16' is no size with its unit; write it as 16GiB",
        "attach --memory 1.5GiB a | virt-spm attach: --memory '1.5GiB' is no size with its unit; write it as 16GiB",
        "attach --memory=-1GiB a | virt-spm attach: --memory '-1GiB' is no size with its unit; write it as 16GiB",
        "attach --memory 16GiX a | virt-spm attach: --memory unit 'GiX' is not one libvirt knows: use KiB, MiB, GiB or TiB",
        "attach --memory 9999999999GiB a | virt-spm attach: --memory '9999999999' GiB is more than libvirt can count: the limit is 8 EiB",
        "attach --path /x --alignsize 2 a | virt-spm attach: --alignsize '2' is no size with its unit; write it as 16GiB",
        "attach --memory 1M --pagesize 2 a | virt-spm attach: --pagesize '2' is no size with its unit; write it as 16GiB",
        "attach --memory 1M --cell 0 a | virt-spm attach: --cell '0' is no node from 1 on",
        "detach --node 1 a | virt-spm detach: there is no option '--node'; did you mean '--cell'?",
        "undefine a | virt-spm: there is no command 'undefine'; did you mean 'virt-spm virsh undefine'?",
        "list a | virt-spm list: list takes no arguments; virt-spm show tells of one domain",
        "show | virt-spm show: name a FILE or DOMAIN",
        "detach a | virt-spm detach: say what goes, with one of --cell, --path and --all",
        "demo --boot | virt-spm demo: --boot is for a host: add --host",
        "demo --host --sample a | virt-spm demo: --host shows a domain of its own: leave out --sample",
        "detach --all --cell 1 a | virt-spm detach: say what goes, with one of --cell, --path and --all",
      })
  void wrongUsageIsOneLineAndAHint(String args, String complaint) {
    CommandRun run = CommandRun.of(args.split(" "));
    String command = complaint.substring(0, complaint.indexOf(':'));
    assertEquals(complaint + "\nTry '" + command + " --help'\n", run.err());
    assertEquals(2, run.status());
    assertEquals("", run.outText());
  }

  @Test
  void unknownDialectNamesTheKnown() {
    CommandRun run = CommandRun.of("translate", "--dialect", "frob", "a");
    assertTrue(run.err().contains("there is no dialect 'frob'; choose from auto"), run.err());
    assertEquals(2, run.status());
  }

  @Test
  void emptyNamesAreRefused() {
    assertTrue(CommandRun.of("validate", "").err().contains("a FILE has an empty name"));
    assertTrue(CommandRun.of("translate", "-o", "", "a").err().contains("-o has an empty name"));
  }

  @Test
  void noArgumentsAskForACommand() {
    CommandRun run = CommandRun.of();
    assertEquals("virt-spm: name a command, such as translate\nTry 'virt-spm --help'\n", run.err());
    assertEquals(2, run.status());
  }

  @Test
  void standardInputCannotBeKeptInAFolder() {
    CommandRun run = CommandRun.of("translate", "-o", folder.toString(), "-");
    assertTrue(run.err().contains("standard input has no name to keep in a folder"), run.err());
    assertEquals(2, run.status());
  }

  @Test
  void twoResultsOfOneNameAreRefusedBeforeAnythingIsWritten() throws IOException {
    Path one = Files.writeString(Files.createDirectory(folder.resolve("a")).resolve("x"), "<a/>");
    Path two = Files.writeString(Files.createDirectory(folder.resolve("b")).resolve("x"), "<b/>");
    Path into = Files.createDirectory(folder.resolve("out"));
    CommandRun run =
        CommandRun.of("translate", "-o", into.toString(), one.toString(), two.toString());
    assertTrue(run.err().contains("would both be written to " + into.resolve("x")), run.err());
    assertEquals(2, run.status());
    assertEquals(0, into.toFile().list().length);
  }

  @ParameterizedTest
  @ValueSource(strings = {"translate", "untranslate", "validate"})
  void helpTellsOfOptionsExitStatusAndLimits(String command) {
    CommandRun run = CommandRun.of(command, "--help");
    assertEquals(0, run.status());
    assertEquals("", run.err());
    assertTrue(run.outText().startsWith("usage: virt-spm " + command + " "), run.outText());
    for (String part : new String[] {"--werror", "Exit status:", "16 MiB", "256", "Example:"}) {
      assertTrue(run.outText().contains(part), part);
    }
    assertTrue(run.outText().lines().allMatch(line -> line.length() <= 80), run.outText());
  }

  @Test
  void helpListsEveryCommand() {
    String help = CommandRun.of("--help").outText();
    for (Command command : Commands.all()) {
      assertTrue(help.contains("\n  " + command.name() + " "), command.name());
    }
  }

  @Test
  void helpIsAskedForInManyWays() {
    String whole = CommandRun.of("--help").outText();
    assertEquals(whole, CommandRun.of("help").outText());
    assertEquals(whole, CommandRun.of("-h").outText());
    for (Command command : Commands.all()) {
      String help = CommandRun.of("help", command.name()).outText();
      assertTrue(help.startsWith("usage: virt-spm " + command.name() + " "), help);
      assertEquals(help, CommandRun.of("--help", command.name()).outText());
      if (!command.passesOn()) {
        assertEquals(help, CommandRun.of(command.name(), "-h").outText());
      }
    }
    assertEquals(
        CommandRun.of("help", "hook").outText(), CommandRun.of("help", "hook", "status").outText());
    assertEquals(2, CommandRun.of("help", "hook", "stats").status());
  }

  @Test
  void valueMayStandRightBehindItsShortOption() {
    Arguments arguments =
        Arguments.parse(new ListCommand().usage(), List.of("-cqemu+unix:///s?socket=/x", "a"));
    assertEquals("qemu+unix:///s?socket=/x", arguments.value(LibvirtOptions.CONNECT).orElseThrow());
    assertEquals(List.of("a"), arguments.operands());
  }

  @Test
  void synopsisNamesEveryOption() {
    for (Command command : Commands.all()) {
      String synopsis = String.join(" ", command.usage().synopsis());
      for (Option option : command.usage().options()) {
        assertTrue(
            option.equals(Option.HELP) || option.names().stream().anyMatch(synopsis::contains),
            command.name() + " " + option.names());
      }
    }
  }

  @Test
  void versionIsTheBuilds() {
    CommandRun run = CommandRun.of("--version");
    assertEquals(run, CommandRun.of("-V"));
    assertTrue(run.outText().matches("virt-spm \\d+\\.\\d+\\.\\d+(-SNAPSHOT)?\n"), run.outText());
    assertEquals(0, run.status());
  }

  @Test
  void statusOfAWarningStandsWhereItCanBe() {
    String warned = "3  nothing is wrong, but there is something to warn of";
    for (Command command : Commands.all()) {
      String help = CommandRun.of("help", command.name()).outText();
      assertEquals(command.warns(), help.contains(warned), help);
    }
    String whole = CommandRun.of("help").outText();
    assertTrue(whole.contains("3  doctor or hook: nothing is wrong, but"), whole);
  }
}
