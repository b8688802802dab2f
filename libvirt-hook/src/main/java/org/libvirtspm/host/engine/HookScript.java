package org.libvirtspm.host.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** A script of ours that an engine finds by its name. */
final class HookScript extends EngineHook {

  /** What each version of our scripts has, and no other script. */
  private static final String MARK = "libvirt-spm refuses: ";

  HookScript(Engine engine, Path root, Path shipped) {
    super(engine, root, shipped);
  }

  @Override
  public Path place() throws IOException {
    return folder().resolve(engine().file());
  }

  private Path folder() throws IOException {
    return engine() == Engine.VDSM
        ? home().resolve("before_vm_start")
        : root().resolve(agentFolder().replaceFirst("^/+", ""));
  }

  /** CloudStack's {@code agent.hooks.basedir}. */
  private String agentFolder() throws IOException {
    Properties properties = new Properties();
    Path file = home().resolve("agent.properties");
    if (Files.exists(file)) {
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        properties.load(reader);
      } catch (IllegalArgumentException e) {
        throw new IOException(file + " cannot be read: " + e.getMessage(), e);
      }
    }
    return properties.getProperty("agent.hooks.basedir", "/etc/cloudstack/agent/hooks").trim();
  }

  @Override
  EngineState stateWithoutFile() {
    return EngineState.OFF;
  }

  @Override
  EngineState stateOf(String present) throws IOException {
    if (!present.contains(MARK)) {
      return EngineState.FOREIGN;
    }
    boolean runs = !mode().contains("x") || Files.isExecutable(place());
    return runs && present.equals(shipped()) ? EngineState.ON : EngineState.OTHER_VERSION;
  }

  @Override
  public byte[] on() throws IOException {
    return shipped().getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public Optional<byte[]> off() {
    return Optional.empty();
  }

  @Override
  public String mode() {
    return engine() == Engine.VDSM ? "rwxr-xr-x" : "rw-r--r--";
  }
}
