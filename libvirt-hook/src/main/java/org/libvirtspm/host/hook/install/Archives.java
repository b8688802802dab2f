package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.ProcessBuilder.Redirect;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.libvirtspm.host.hook.HookMain;
import org.libvirtspm.translator.LibvirtVersion;
import org.libvirtspm.translator.Target;
import org.libvirtspm.translator.Translator;
import org.libvirtspm.translator.dialect.Dialects;

/**
 * Makes the start-up archives, each from one run of what it will speed up. The quick look has one
 * of its own: JDK 25 links every class in an archive at the start, needed or not.
 */
record Archives(Library library, JavaRuntime runtime, Path scratch) {

  private static final long SECONDS = 120;
  private static final String DOMAIN = "archive";

  /** Makes both; without one of them everything works, only slower. */
  boolean make() throws IOException, InterruptedException {
    byte[] document = document();
    return run("full", document, List.of())
        && run("quick", document, List.of(archive("quick")))
        && forget()
        && run("full", document, List.of(archive("full")));
  }

  private String archive(String look) {
    return runtime.makesArchive() + "=" + library.folder().resolve(look + ".archive");
  }

  private boolean forget() throws IOException {
    return Files.deleteIfExists(scratch.resolve("known").resolve(DOMAIN));
  }

  private boolean run(String look, byte[] document, List<String> options)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(runtime.java().toString()));
    command.addAll(List.of(runtime.options().split(" ", -1)));
    command.add("-Xmx96m");
    command.addAll(options);
    command.addAll(List.of("-cp", library.classPath(), HookMain.class.getName()));
    command.addAll(List.of(look, scratch.toString(), scratch + "/none", "archive", "0"));
    command.addAll(List.of("prepare", DOMAIN));
    return succeeds(command, document);
  }

  private static boolean succeeds(List<String> command, byte[] document)
      throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().putAll(Map.of("LC_ALL", "C.UTF-8"));
    Process process = builder.start();
    try (OutputStream in = process.getOutputStream()) {
      in.write(document);
    }
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }

  private byte[] document() throws IOException {
    Path memory = Files.createFile(scratch.resolve("memory"));
    byte[] extended =
        Entry.resource("archive.xml")
            .replace("@path@", memory.toString())
            .getBytes(StandardCharsets.UTF_8);
    Target target =
        new Target(Dialects.named("sp-mem").orElseThrow(), new LibvirtVersion(12, 0, 0));
    return Translator.translate(extended, emulator -> target).document().orElseThrow();
  }
}
