package org.libvirtspm.host.hook.install;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.host.ProgramOutput;
import org.libvirtspm.host.dax.HostFiles;

/**
 * What SELinux lets libvirt do with the hook's script. A script that libvirt may not execute keeps
 * every domain from starting. It would get the label of its folder, which libvirt may not execute;
 * policies have another one for hooks.
 */
public record SeLinux(HostFiles host) {

  /** Contexts of daemons that don't run. */
  private static final List<String> USUAL =
      List.of("system_u:system_r:virtqemud_t:s0", "system_u:system_r:virtd_t:s0");

  /** Decisions of the kernel are shorter: six numbers of eight digits. */
  private static final int MAX_ANSWER = 128;

  /** A decision (sel_write_access): the allowed permissions are the first, flags are the last. */
  private static final Pattern DECISION =
      Pattern.compile("([0-9a-f]{1,8})(?: [0-9a-f]+){4} ([0-9a-f]{1,8})\\b");

  /** The flag for a context to which a policy that is enforced denies nothing. */
  private static final int PERMISSIVE = 1;

  private Path file(String name) {
    return host.at("/sys/fs/selinux/" + name);
  }

  /** Returns true if the host has SELinux, enforcing or permissive. */
  public boolean isActive() {
    return Files.exists(file("enforce"));
  }

  /** Returns true if SELinux denies what its policy does not allow. */
  public boolean isEnforcing() {
    return host.text(file("enforce")).filter("1"::equals).isPresent();
  }

  /** Returns the value of a boolean of the policy; empty if it has no such one. */
  public Optional<Boolean> value(String name) {
    return host.text(file("booleans/" + name)).map(value -> value.startsWith("1"));
  }

  /** Returns the label of a file. */
  public static Optional<String> label(Path file) {
    return ProgramOutput.of("stat", "-c", "%C", file.toString());
  }

  /** Returns the label that the policy has for a path, whether or not its file is there. */
  public static Optional<String> labelInPolicy(Path path) {
    return ProgramOutput.of("matchpathcon", "-n", path.toString()).filter(l -> l.contains(":"));
  }

  /**
   * Gives a script the label of the path that it will be moved to.
   *
   * @throws IOException if libvirt may not execute it with that label
   */
  void prepare(Path script, Path entry) throws IOException {
    if (!isActive()) {
      return;
    }
    labelInPolicy(entry).ifPresent(l -> ProgramOutput.of("chcon", l, script.toString()));
    if (isEnforcing() && !letsLibvirtRun(script)) {
      throw new IOException(
          "SELinux would not let libvirt run "
              + entry
              + "; semanage fcontext -a -t bin_t "
              + entry
              + " makes it let libvirt do so");
    }
  }

  /** Returns true unless SELinux is there and its policy keeps libvirt from executing the file. */
  public boolean letsLibvirtRun(Path file) {
    return !isActive() || label(file).filter(this::keepsLibvirtFrom).isEmpty();
  }

  /**
   * Returns true if the policy lets no libvirt daemon of this host execute a file of this label.
   */
  public boolean keepsLibvirtFrom(String label) {
    List<Boolean> answers =
        contexts().stream().flatMap(context -> mayExecute(context, label).stream()).toList();
    return !answers.isEmpty() && !answers.contains(true);
  }

  private List<String> contexts() {
    List<String> running =
        host.entries(host.at("/proc")).stream()
            .filter(
                p -> host.text(p.resolve("comm")).filter(OlderDaemons.NAMES::contains).isPresent())
            .filter(this::isOfSystem)
            .flatMap(p -> host.text(p.resolve("attr/current")).stream())
            .map(context -> context.replace("\0", ""))
            .toList();
    return running.isEmpty() ? USUAL : running;
  }

  /** True unless a user's own daemon, or another program of that name, runs there. */
  private boolean isOfSystem(Path process) {
    try {
      return Files.getOwner(process).equals(Files.getOwner(host.at("/proc")));
    } catch (IOException e) {
      return false;
    }
  }

  /** Asks the kernel; empty if the policy does not know one of the two. */
  private Optional<Boolean> mayExecute(String context, String label) {
    OptionalLong fileClass = host.number(file("class/file/index"));
    OptionalLong permission = host.number(file("class/file/perms/execute"));
    if (fileClass.isEmpty() || permission.isEmpty()) {
      return Optional.empty();
    }
    String query = context + " " + label + " " + fileClass.getAsLong();
    ByteBuffer answer = ByteBuffer.allocate(MAX_ANSWER);
    try (FileChannel access =
        FileChannel.open(file("access"), StandardOpenOption.READ, StandardOpenOption.WRITE)) {
      access.write(ByteBuffer.wrap(query.getBytes(StandardCharsets.US_ASCII)));
      access.read(answer);
    } catch (IOException e) {
      return Optional.empty();
    }
    Matcher decision = DECISION.matcher(StandardCharsets.US_ASCII.decode(answer.flip()));
    return decision.lookingAt()
        ? Optional.of(
            has(decision.group(1), permission.getAsLong()) || has(decision.group(2), PERMISSIVE))
        : Optional.empty();
  }

  /** True if the hexadecimal number has the bit, counted from 1. */
  private static boolean has(String bits, long bit) {
    return (Long.parseLong(bits, 16) >> (bit - 1) & 1) == 1;
  }
}
