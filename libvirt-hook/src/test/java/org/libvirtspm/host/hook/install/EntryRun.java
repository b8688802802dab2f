package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Runs the installed script with a program in place of Java that writes down what it is asked. */
final class EntryRun {

  /** How many may run their Java at once. */
  static final int TURNS = 2;

  private final Path folder;
  private final List<String> caller = new ArrayList<>();
  private String path = "/usr/bin:/bin";

  EntryRun(Path folder) throws IOException {
    this.folder = folder;
    program(
        "java",
        """
        #!/bin/sh
        for last; do before=${word-}; word=$last; done
        printf '%s\\n' "$before" >>@/calls
        printf '%s' "$last" >@/name
        printf '%s\\n' "$*" >@/arguments
        cat >@/input
        read -r status <"@/status"
        exit "$status"
        """);
    answers(0);
    Map<String, String> settings = new HashMap<>();
    settings.put("build", "test");
    settings.put("state", at("state").toString());
    settings.put("lib", folder.toString());
    settings.put("config", at("none").toString());
    settings.put("java", at("java").toString());
    settings.put("use", "-XX:AOTCache");
    settings.put("options", "-Xa -Xb");
    settings.put("classpath", "it's/a b.jar");
    settings.put("turns", Integer.toString(TURNS));
    Entry.put(Entry.write(at("entry"), settings), at("entry"));
    for (int turn = 0; turn <= TURNS; turn++) {
      Files.writeString(at("turn." + turn), "");
    }
  }

  Path at(String name) {
    return folder.resolve(name);
  }

  void program(String name, String text) throws IOException {
    Files.writeString(at(name), text.replace("@", folder.toString()));
    Files.setPosixFilePermissions(at(name), PosixFilePermissions.fromString("rwxr-xr-x"));
  }

  void answers(int status) throws IOException {
    Files.writeString(at("status"), status + "\n");
  }

  /** The operations that Java was asked about, in order. */
  List<String> calls() throws IOException {
    return Files.exists(at("calls")) ? Files.readAllLines(at("calls")) : List.of();
  }

  /** All that Java was started with, on one line. */
  String arguments() throws IOException {
    return Files.readString(at("arguments"));
  }

  /** The document Java was given. */
  String input() throws IOException {
    return Files.readString(at("input")).stripTrailing();
  }

  /** Runs it in libvirt's environment, and gives its status. */
  int run(String document, String name, String... operation) throws Exception {
    return status(start(document, name, operation));
  }

  /** Lets it find no programs but these, and those it can't do without. */
  void usesOnly(String... programs) throws IOException {
    Path only = Files.createDirectories(at("only"));
    List<String> all = new ArrayList<>(List.of(programs));
    all.addAll(List.of("awk", "cat", "env", "grep", "sh", "sleep"));
    for (String program : all) {
      Files.createSymbolicLink(only.resolve(program), Path.of("/usr/bin", program));
    }
    path = only.toString();
  }

  /** Starts it without a descriptor 2 from now on. */
  void closesStandardError() {
    caller.addAll(List.of("/bin/sh", "-c", "exec \"$@\" 2>&-", "sh"));
  }

  /** Starts it in libvirt's environment, and hands it the document. */
  Process start(String document, String name, String... operation) throws Exception {
    ProcessBuilder builder = new ProcessBuilder(new ArrayList<>(caller));
    builder.command().addAll(List.of(at("entry").toString(), name));
    builder.command().addAll(List.of(operation));
    builder.command().add("-");
    builder.environment().clear();
    builder.environment().putAll(Map.of("LC_ALL", "C", "PATH", folder + ":" + path, "HOME", "/"));
    builder.redirectOutput(at("out").toFile()).redirectError(at("err").toFile());
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(document.getBytes(StandardCharsets.UTF_8));
    } catch (IOException e) {
      // It may not want to read; libvirt does not mind either.
    }
    return process;
  }

  /** The status of one that was started. */
  static int status(Process process) throws InterruptedException {
    if (!process.waitFor(60, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      throw new AssertionError("the hook does not end");
    }
    return process.exitValue();
  }

  /** What the user would be shown. */
  String err() throws IOException {
    return Files.readString(at("err"));
  }
}
