package org.libvirtspm.host.cli;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Finds where each result goes, and refuses what would be overwritten by itself. */
final class Outputs {

  private static final String STANDARD_OUTPUT = "-";

  private Outputs() {}

  /**
   * One output for each input.
   *
   * @param option the value of {@code -o}, or null
   */
  static List<Output> of(String option, List<Input> inputs, OutputStream standardOutput) {
    if (option != null && option.isEmpty()) {
      throw new UsageException("-o has an empty name");
    }
    boolean isFolder = option != null && Files.isDirectory(Path.of(option));
    if (isFolder) {
      return inFolder(Path.of(option), inputs);
    }
    if (inputs.size() > 1) {
      throw new UsageException("several FILEs need -o DIR, an existing folder");
    }
    if (option == null || option.equals(STANDARD_OUTPUT)) {
      return List.of(Output.to(standardOutput));
    }
    if (option.endsWith("/")) {
      throw new UsageException("-o " + option + ": there is no such folder");
    }
    return List.of(Output.to(Path.of(option)));
  }

  private static List<Output> inFolder(Path folder, List<Input> inputs) {
    List<Output> outputs = new ArrayList<>();
    Map<Path, String> taken = new HashMap<>();
    for (Input input : inputs) {
      Path file = folder.resolve(baseName(input));
      String other = taken.putIfAbsent(real(file), input.argument());
      if (other != null) {
        throw new UsageException(
            other + " and " + input.argument() + " would both be written to " + file);
      }
      outputs.add(Output.to(file));
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

  /** The file behind any links, so that two names for one file are seen as one. */
  private static Path real(Path file) {
    try {
      return file.toRealPath();
    } catch (IOException e) {
      return file.toAbsolutePath().normalize();
    }
  }
}
