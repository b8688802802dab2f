package org.libvirtspm.host.engine;

import java.io.BufferedReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.Properties;

/** Hook script that an engine finds by its name. */
final class HookScript extends EngineHook {

  /** Marker in all versions of our scripts. */
  private static final String MARK = "libvirt-spm refuses: ";

  HookScript(Engine engine, Path root, Path shipped) {
    super(engine, root, shipped);
  }

  @Override
  public Path place() throws IOException {
    if (engine() == Engine.VDSM) {
      return home().resolve("before_vm_start").resolve(engine().file());
    }
    Path file = home().resolve("agent.properties");
    try {
      Properties agent = properties(file);
      String folder = value(agent, "agent.hooks.basedir", "/etc/cloudstack/agent/hooks");
      String script =
          value(agent, "agent.hooks.libvirt_vm_xml_transformer.script", engine().file());
      return root().resolve(relative(folder)).resolve(relative(script));
    } catch (IllegalArgumentException e) {
      throw new IOException(file + " cannot be read: " + e.getMessage(), e);
    }
  }

  private static Properties properties(Path file) throws IOException {
    Properties properties = new Properties();
    if (Files.exists(file)) {
      try (BufferedReader reader = Files.newBufferedReader(file, StandardCharsets.ISO_8859_1)) {
        properties.load(reader);
      }
    }
    return properties;
  }

  /** Reads a property as the agent does: blank counts as not set. */
  private static String value(Properties properties, String name, String preset) {
    String value = properties.getProperty(name, "");
    return value.isBlank() ? preset : value;
  }

  /** Resolves a script's name as the agent does, always below the folder. */
  private static String relative(String path) {
    return path.replaceFirst("^/+", "");
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
