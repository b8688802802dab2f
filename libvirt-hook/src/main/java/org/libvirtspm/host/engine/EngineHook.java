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

  /** Takes the host's root folder, and that which has our files. */
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

  /** Those of all engines, in the order help names them. */
  public static List<EngineHook> all(Path root, Path shipped) {
    return Arrays.stream(Engine.values()).map(engine -> of(engine, root, shipped)).toList();
  }

  /** Whose it is. */
  public Engine engine() {
    return engine;
  }

  /** The folder without which the engine is not on the host. */
  public Path home() {
    return root.resolve(engine.home());
  }

  /** Where the engine looks for it. */
  public abstract Path place() throws IOException;

  /** How it stands. */
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

  /** What the file holds when it is on. */
  public abstract byte[] on() throws IOException;

  /** What the file holds when it is off; empty if it is to be removed. */
  public abstract Optional<byte[]> off() throws IOException;

  /** The mode of a file that is made; one that is replaced keeps its own. */
  public abstract String mode();

  Path root() {
    return root;
  }

  /** Our file's bytes, each as one character. */
  String shipped() throws IOException {
    return Files.readString(ours, StandardCharsets.ISO_8859_1);
  }
}
