package org.libvirtspm.testbed;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Virsh with libvirt's embedded driver in a root folder, in namespaces of its own. */
final class ChrootRunner implements VirshRunner {
  private static final String NAMESPACE = "/testbed/enter-root.sh";

  private final Path root;
  private final Path folder;

  ChrootRunner(Path root) throws IOException {
    this.root = root;
    Files.createDirectories(root.resolve("w"));
    this.folder = Files.createTempDirectory(root.resolve("w"), "differential");
  }

  @Override
  public Path shared() {
    return folder;
  }

  @Override
  public String sharedInside() {
    return "/" + root.relativize(folder);
  }

  @Override
  public String run(String commands) throws IOException, InterruptedException {
    Path input = Files.createTempFile(folder, "commands", "");
    Path output = Files.createTempFile(folder, "output", "");
    Files.writeString(input, commands);
    Process process =
        new ProcessBuilder(command())
            .redirectInput(input.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    if (!process.waitFor(10, TimeUnit.MINUTES)) {
      process.destroyForcibly();
      throw new IOException("virsh did not end within ten minutes");
    }
    return Files.readString(output);
  }

  private List<String> command() throws IOException {
    Path script = folder.resolve("enter-root.sh");
    if (!Files.exists(script)) {
      try (InputStream in = ChrootRunner.class.getResourceAsStream(NAMESPACE);
          OutputStream out = Files.newOutputStream(script)) {
        in.transferTo(out);
      }
    }
    String uri = "qemu:///embed?root=" + sharedInside() + "/libvirt";
    return List.of("sh", script.toString(), root.toString(), "virsh", "-q", "-c", uri);
  }

  @Override
  public String toString() {
    return root.toString();
  }
}
