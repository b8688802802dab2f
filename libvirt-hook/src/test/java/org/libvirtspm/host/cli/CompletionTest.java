package org.libvirtspm.host.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Types command lines into an interactive bash on a terminal of its own. */
class CompletionTest {

  @TempDir Path folder;

  @Test
  void everyVerbAndItsHelp() throws Exception {
    List<String> typed = new ArrayList<>();
    List<String> completed = new ArrayList<>();
    for (Command command : Commands.all()) {
      if (!command.passesOn()) {
        typed.add(command.name() + "\t--hel\t");
        completed.add("<" + command.name() + "><--help>");
      }
    }
    assertEquals(completed, complete("", typed));
  }

  @Test
  void verbsOptionsAndValues() throws Exception {
    assertEquals(
        List.of(
            "<translate>",
            "<define><--dialect>",
            "<apply><--dialect><memmap-type>",
            "<apply><--dialect=sp-mem>",
            "<list><--format><json>",
            "<hook><status>",
            "<help><devices>",
            "<completion><bash>",
            "<-c><qemu:///system><untranslate>"),
        complete(
            "",
            List.of(
                "tr\t",
                "define --d\t",
                "apply --dialect m\t",
                "apply --dialect=sp-\t",
                "list --format j\t",
                "hook st\t",
                "help devi\t",
                "completion b\t",
                "-c qemu:///system unt\t")));
  }

  @Test
  void domainsOfTheLibvirtThatIsNamed() throws Exception {
    String virsh =
        "virsh() { case \"$*\" in *'-c qemu:///session'*) echo mine ;; *) echo guest-a ;; esac; }";
    assertEquals(
        List.of("<dumpxml><guest-a>", "<edit><-c><qemu:///session><mine>", "<list><g>"),
        complete(virsh, List.of("dumpxml g\t", "edit -c qemu:///session m\t", "list g\t")));
  }

  @Test
  void files() throws Exception {
    Files.writeString(folder.resolve("guest.xml"), "");
    assertEquals(
        List.of("<translate><guest.xml>", "<define><guest.xml>", "<validate><-><guest.xml>"),
        complete("", List.of("translate gu\t", "define gu\t", "validate - gu\t")));
  }

  @Test
  void virshCompletesItsOwn() throws Exception {
    String virsh =
        "virsh() { case \"$*\" in"
            + " '-q complete -- domi') echo dominfo ;;"
            + " '-q -c qemu:///session complete -- dumpxml --in') echo --inactive ;; esac; }";
    assertEquals(
        List.of(
            "<virsh><dominfo>",
            "<virsh><-r><-c><qemu:///session><dumpxml><--inactive>",
            "<-c><qemu:///session><virsh><dumpxml><--inactive>"),
        complete(
            virsh,
            List.of(
                "virsh domi\t",
                "virsh -r -c qemu:///session dumpxml --in\t",
                "-c qemu:///session virsh dumpxml --in\t")));
  }

  /** What virt-spm would be given for each line. */
  private List<String> complete(String before, List<String> lines) throws Exception {
    Path script = folder.resolve("completion");
    Files.writeString(script, before + "\n" + CommandRun.of("completion", "bash").outText());
    StringBuilder keys = new StringBuilder("source ./completion\nPS1=\n");
    keys.append("virt-spm() { printf '<%s>' \"$@\"; echo; }\n");
    lines.forEach(line -> keys.append("virt-spm ").append(line).append("\n"));
    List<String> printed =
        type(keys.append("exit\n").toString())
            .lines()
            .filter(line -> line.startsWith("<"))
            .toList();
    Files.delete(script);
    return printed;
  }

  private String type(String keys) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder("script", "-qec", "bash --norc --noprofile -i", "/dev/null")
            .directory(folder.toFile())
            .redirectErrorStream(true);
    builder.environment().put("TERM", "dumb");
    Process terminal = builder.start();
    terminal.getOutputStream().write(keys.getBytes(StandardCharsets.UTF_8));
    terminal.getOutputStream().close();
    String shown = new String(terminal.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertEquals(0, terminal.waitFor(), shown);
    return shown;
  }
}
