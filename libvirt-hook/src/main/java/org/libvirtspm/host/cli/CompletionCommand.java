package org.libvirtspm.host.cli;

import java.io.IOException;
import java.util.List;

/** {@code virt-spm completion}: prints the completion script of a shell. */
final class CompletionCommand implements Command {

  @Override
  public String name() {
    return "completion";
  }

  @Override
  public List<String> operandWords() {
    return List.of("bash");
  }

  @Override
  public Usage usage() {
    return new Usage(
        "virt-spm completion",
        "Print what makes bash complete command lines.",
        List.of("bash"),
        "Print a script that makes bash complete verbs, options, their values, and the names of"
            + " domains.",
        "The shell: bash.",
        List.of(Option.HELP),
        List.of("source <(virt-spm completion bash)"));
  }

  @Override
  public ExitStatus run(Arguments arguments, Terminal terminal) throws IOException {
    if (!arguments.operands().equals(List.of("bash"))) {
      throw new UsageException("name the shell: bash");
    }
    FormatOption.print(terminal, Completion.bash());
    return ExitStatus.FINE;
  }
}
