package org.libvirtspm.host.demo;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.Consumer;

/**
 * The testbed script for one Debian suite.
 *
 * @param script the program
 * @param suite forky or trixie
 * @param ofHosts whether its instances are hosts: systems of their own, in a QEMU
 */
public record Testbed(Path script, String suite, boolean ofHosts) {

  /** Makes a testbed whose instances are roots with libvirt. */
  public Testbed(Path script, String suite) {
    this(script, suite, false);
  }

  /** Returns the command line of a script's command. */
  List<String> command(String verb, String... words) {
    List<String> command = new ArrayList<>(List.of(script.toString()));
    if (ofHosts) {
      command.add("host");
    }
    command.add(verb);
    command.addAll(List.of(words));
    return command;
  }

  /**
   * Makes the root unless it is there.
   *
   * @param progress takes each line of what the script says meanwhile
   * @return the versions in it, by name: libvirt, QEMU, OVMF, guest-kernel
   */
  public Map<String, String> build(Consumer<String> progress) throws IOException {
    Outcome outcome = Programs.watch(command("build", "--suite", suite), progress);
    if (!outcome.fine()) {
      throw new TestbedFailure("the testbed could not be built", outcome);
    }
    Map<String, String> versions = new TreeMap<>();
    for (String line : outcome.output().lines().toList()) {
      String[] words = line.split(" ", 3);
      if (words.length == 3) {
        versions.put(words[1], words[2]);
      }
    }
    return versions;
  }

  /** Starts an instance that ends with this process. */
  public Instance start() throws IOException {
    return start(List.of("--owner", String.valueOf(ProcessHandle.current().pid())));
  }

  /** Starts an instance that stays until it is stopped. */
  public Instance startForGood() throws IOException {
    return start(List.of());
  }

  private Instance start(List<String> options) throws IOException {
    List<String> command = command("start", "--suite", suite);
    command.addAll(options);
    // A supervisor stays behind and must not hold our pipe: the script sends its output elsewhere.
    Outcome outcome = Programs.run(command);
    if (!outcome.fine()) {
      throw new TestbedFailure("an instance of the testbed did not start", outcome);
    }
    return new Instance(this, Path.of(outcome.output().strip()));
  }
}
