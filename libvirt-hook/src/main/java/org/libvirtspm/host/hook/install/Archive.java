package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.libvirtspm.host.hook.Rehearsal;

/** The start-up archive (CDS or AOT cache) of the hook's JVM, made from a training run. */
record Archive(Library library, JavaRuntime runtime, Path scratch) {

  /** File name in the library; the installed script uses it too. */
  static final String NAME = "archive";

  /** Limit for a JVM that hangs; on an emulated CPU the training takes minutes. */
  private static final long SECONDS = 600;

  /** Makes the archive; false if that failed, in which case the hook works but starts slower. */
  boolean make() throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(runtime.java().toString()));
    command.addAll(List.of(runtime.options().split(" ", -1)));
    // Written outside the library: if the installation is killed this JVM goes on, and could write
    // into
    // the next installation's folder.
    Path made = scratch.resolve(NAME);
    command.add(runtime.makesArchive() + "=" + made);
    command.addAll(List.of("-cp", library.classPath(), Rehearsal.class.getName()));
    command.addAll(List.of(scratch.toString(), Entry.resource("rehearsal.xml")));
    if (!succeeds(command)) {
      return false;
    }
    // Moved, it would keep SELinux's label of the scratch folder.
    Files.copy(made, library.folder().resolve(NAME));
    library.protect(NAME);
    return true;
  }

  private boolean succeeds(List<String> command) throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .redirectInput(Path.of("/dev/null").toFile())
            .redirectOutput(Redirect.DISCARD)
            .redirectError(Redirect.DISCARD);
    builder.environment().keySet().removeIf(name -> name.endsWith("JAVA_OPTIONS"));
    builder.environment().keySet().remove("JAVA_TOOL_OPTIONS");
    builder.environment().put("LC_ALL", "C.UTF-8");
    builder.environment().put("VIRT_SPM_PROBE_CACHE", Rehearsal.probeCache(scratch).toString());
    Process process = builder.start();
    if (!process.waitFor(SECONDS, TimeUnit.SECONDS)) {
      process.destroyForcibly();
      return false;
    }
    return process.exitValue() == 0;
  }
}
