package org.libvirtspm.host.cli;

import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Assigns each input its output, and refuses outputs that would overwrite each other. */
final class Outputs {

  private static final String STANDARD_OUTPUT = "-";

  private Outputs() {}

  /**
   * One output for each input.
   *
   * @param option the value of {@code -o}
   */
  static List<Output> of(Optional<String> option, List<Input> inputs, OutputStream standardOutput) {
    Optional<Path> given = option.filter(o -> !o.equals(STANDARD_OUTPUT)).map(Outputs::path);
    if (given.filter(Files::isDirectory).isPresent()) {
      return inFolder(given.get(), inputs);
    }
    if (inputs.size() > 1) {
      throw new UsageException("several FILEs need -o DIR, an existing folder");
    }
    return List.of(given.map(Output::to).orElseGet(() -> Output.to(standardOutput)));
  }

  private static Path path(String option) {
    if (option.isEmpty()) {
      throw new UsageException("-o has an empty name");
    }
    Path path = Input.pathOf(option);
    if (option.endsWith("/") && !Files.isDirectory(path)) {
      throw new UsageException("there is no folder " + option);
    }
    return path;
  }

  private static List<Output> inFolder(Path folder, List<Input> inputs) {
    List<Output> outputs = new ArrayList<>();
    Map<Path, String> taken = new HashMap<>();
    for (Input input : inputs) {
      Path file = folder.resolve(baseName(input));
      String other = taken.putIfAbsent(file, input.argument());
      if (other != null) {
        throw new UsageException(
            other + " and " + input.argument() + " would both be written to " + file);
      }
      outputs.add(Output.inFolder(file));
    }
    return outputs;
  }

  private static Path baseName(Input input) {
    if (input.isStandardInput()) {
      throw new UsageException("standard input has no name to keep in a folder; give -o FILE");
    }
    Path name = input.path().getFileName();
    if (name == null || name.toString().equals("..") || name.toString().equals(".")) {
      throw new UsageException("'" + input.argument() + "' has no name to keep in a folder");
    }
    return name;
  }
}
