package org.libvirtspm.host.engine;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Line in the OpenNebula driver script that creates a domain. */
final class DriverLine extends EngineHook {

  private static final Pattern VIRSH = Pattern.compile("\\bvirsh\\b");
  private static final Pattern CREATE = Pattern.compile("\\bcreate +[\"']?\\$\\{?DEP_FILE\\b");

  private static final Pattern OURS = Pattern.compile("\\bvirt-spm\\}?\"? filter ");

  /** Path of the copy on the hosts that the front-end makes. */
  private static final String COPY = "var/tmp/one/vmm/kvm";

  private final Path home;

  private DriverLine(String home, Path root, Path shipped) {
    super(Engine.OPENNEBULA, root, shipped);
    this.home = root.resolve(home);
  }

  /** Returns the front-end's script, which we change. */
  static DriverLine ofFrontEnd(Path root, Path shipped) {
    return new DriverLine(Engine.OPENNEBULA.home(), root, shipped);
  }

  /** Returns a host's copy of the script, as of the last sync. */
  static DriverLine ofHost(Path root, Path shipped) {
    return new DriverLine(COPY, root, shipped);
  }

  @Override
  public Path home() {
    return home;
  }

  @Override
  public Path place() {
    return home().resolve("deploy");
  }

  @Override
  EngineState stateWithoutFile() {
    return EngineState.ABSENT;
  }

  @Override
  EngineState stateOf(String present) throws IOException {
    List<String> lines = lines(present);
    List<String> ours = lines.stream().filter(DriverLine::isOurs).toList();
    if (lines.stream().filter(DriverLine::creates).count() != 1) {
      return EngineState.FOREIGN;
    }
    if (ours.isEmpty()) {
      return EngineState.OFF;
    }
    return present.equals(with(lines)) ? EngineState.ON : EngineState.OTHER_VERSION;
  }

  @Override
  public byte[] on() throws IOException {
    return with(lines(present())).getBytes(StandardCharsets.ISO_8859_1);
  }

  @Override
  public Optional<byte[]> off() throws IOException {
    List<String> kept = lines(present()).stream().filter(line -> !isOurs(line)).toList();
    return Optional.of(String.join("\n", kept).getBytes(StandardCharsets.ISO_8859_1));
  }

  @Override
  public String mode() {
    return "rwxr-xr-x";
  }

  private String present() throws IOException {
    return Files.readString(place(), StandardCharsets.ISO_8859_1);
  }

  private static List<String> lines(String text) {
    return List.of(text.split("\n", -1));
  }

  /**
   * Recognizes {@code DATA=`virsh --connect $LIBVIRT_URI create $DEP_FILE`} of OpenNebula 6 and 7,
   * in linear time, since others may have written the line.
   */
  private static boolean creates(String line) {
    Matcher virsh = VIRSH.matcher(line);
    return virsh.find()
        && line.lastIndexOf('#', virsh.start()) < 0
        && CREATE.matcher(line).find(virsh.end());
  }

  private static boolean isOurs(String line) {
    return OURS.matcher(line).find();
  }

  /** Inserts this version's line before the one that creates the domain. */
  private String with(List<String> lines) throws IOException {
    List<String> all = new ArrayList<>();
    for (String line : lines) {
      if (creates(line)) {
        all.add(shipped().strip());
      }
      if (!isOurs(line)) {
        all.add(line);
      }
    }
    return String.join("\n", all);
  }
}
