package org.libvirtspm.host.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * The file through which an engine of this host calls virt-spm. Changes are made in memory; the
 * caller writes them.
 */
public abstract class EngineHook {

  /**
   * Size limit: everybody can create files of any size in /var/tmp, the folder of OpenNebula's
   * hosts.
   */
  private static final long MAX_BYTES = 1 << 20;

  private final Engine engine;
  private final Path root;
  private final Path ours;

  /** Takes the host's root folder and the folder of our files. */
  EngineHook(Engine engine, Path root, Path shipped) {
    this.engine = engine;
    this.root = root;
    this.ours = shipped.resolve(engine.word()).resolve(engine.file());
  }

  /**
   * That of an engine.
   *
   * @param root the host's root folder, {@code /} for this host
   * @param shipped the folder with a folder of files for each engine
   */
  public static EngineHook of(Engine engine, Path root, Path shipped) {
    return engine == Engine.OPENNEBULA
        ? DriverLine.ofFrontEnd(root, shipped)
        : new HookScript(engine, root, shipped);
  }

  /** Returns the hooks of all engines, in the order of the help. */
  public static List<EngineHook> all(Path root, Path shipped) {
    return Arrays.stream(Engine.values()).map(engine -> of(engine, root, shipped)).toList();
  }

  /** Returns the engine. */
  public Engine engine() {
    return engine;
  }

  /** Returns the folder that shows that the engine is installed. */
  public Path home() {
    return root.resolve(engine.home());
  }

  /** Returns the path where the engine looks for the hook. */
  public abstract Path place() throws IOException;

  /** Returns the state of the hook. */
  public EngineState state() throws IOException {
    Path place = place();
    if (!Files.isDirectory(home())) {
      return EngineState.ABSENT;
    }
    if (!Files.exists(place, LinkOption.NOFOLLOW_LINKS)) {
      return stateWithoutFile();
    }
    return Files.isRegularFile(place, LinkOption.NOFOLLOW_LINKS) && Files.size(place) <= MAX_BYTES
        ? stateOf(Files.readString(place, StandardCharsets.ISO_8859_1))
        : EngineState.FOREIGN;
  }

  abstract EngineState stateWithoutFile();

  abstract EngineState stateOf(String present) throws IOException;

  /** Returns the file's content with the hook enabled. */
  public abstract byte[] on() throws IOException;

  /** Returns the file's content with the hook disabled; empty to remove the file. */
  public abstract Optional<byte[]> off() throws IOException;

  /** Returns the mode of a new file; a replaced file keeps its own. */
  public abstract String mode();

  Path root() {
    return root;
  }

  /** Returns the bytes of our file as ISO-8859-1 characters. */
  String shipped() throws IOException {
    return Files.readString(ours, StandardCharsets.ISO_8859_1);
  }
}
