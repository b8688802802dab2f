package org.libvirtspm.host.live;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.libvirtspm.testbed.Prerequisites;

/**
 * A disposable host with libvirtd and QEMU in it, and virt-spm installed; it ends with this JVM.
 * With the property virt-spm.package, the path of a .deb, it is that package's virt-spm, else the
 * classes under test.
 */
final class LiveHost {

  private static final Path TESTBED = Path.of("src/testbed/testbed").toAbsolutePath();

  private static final String PACKAGE = System.getProperty("virt-spm.package", "");

  /** Where virt-spm has its classes. */
  static final String LIBRARY = PACKAGE.isEmpty() ? "/share/virt-spm" : "/usr/share/libvirt-spm";

  /** Where the hook has its classes. */
  static final String HOOK_LIBRARY =
      PACKAGE.isEmpty() ? "/usr/local/lib/libvirt-spm" : "/var/lib/libvirt-spm/hook";

  private static LiveHost host;

  private final Path folder;
  private final List<String> program;

  private LiveHost(Path folder, List<String> program) {
    this.folder = folder;
    this.program = program;
  }

  /** The one of this test run; without it a test is aborted, or fails where CI=true. */
  static synchronized LiveHost get() throws IOException {
    if (host == null) {
      host = another();
    }
    return host;
  }

  /** Another one, for tests that take two. */
  static LiveHost another() throws IOException {
    Prerequisites.require();
    Path folder = start();
    if (PACKAGE.isEmpty()) {
      return new LiveHost(folder, program(install(folder.resolve("share"))));
    }
    LiveHost host = new LiveHost(folder, List.of("/usr/bin/virt-spm"));
    host.installPackage();
    return host;
  }

  /** Java is no package there. Tests install the hook by the command. */
  private void installPackage() throws IOException {
    Files.copy(Path.of(PACKAGE), share().resolve("virt-spm.deb"));
    run("dpkg", "--force-depends", "-i", "/share/virt-spm.deb").assertFine();
    virtSpm("hook", "uninstall").assertFine();
  }

  /** Ends it. */
  void stop() {
    LiveRun.of(List.of(TESTBED.toString(), "stop", folder.toString()), "", Map.of(), 120)
        .assertFine();
  }

  private static Path start() throws IOException {
    List<String> command = new ArrayList<>(List.of(TESTBED.toString(), "start", "--owner"));
    command.add(Long.toString(ProcessHandle.current().pid()));
    Path java = Path.of(System.getProperty("java.home")).toRealPath();
    for (Path bound : List.of(java, java.resolve("conf/security/java.security").toRealPath())) {
      if (command.stream().noneMatch(c -> bound.startsWith(c))) {
        command.addAll(List.of("--bind", folderOf(bound).toString()));
      }
    }
    LiveRun run = LiveRun.of(command, "", Map.of(), 600);
    run.assertFine();
    return Path.of(run.out().strip());
  }

  /** Debian keeps the settings of a JDK in /etc/java-NN-openjdk. */
  private static Path folderOf(Path bound) {
    return Files.isDirectory(bound) ? bound : bound.getParent().getParent();
  }

  private static String install(Path share) throws IOException {
    String given =
        System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
    List<String> inside = new ArrayList<>();
    for (String entry : given.split(":", -1)) {
      Path from = Path.of(entry);
      String name = inside.size() + "-" + from.getFileName();
      if (!entry.isEmpty() && Files.exists(from)) {
        copy(from, Files.createDirectories(share.resolve("virt-spm")).resolve(name));
        inside.add("/share/virt-spm/" + name);
      }
    }
    return String.join(":", inside);
  }

  private static void copy(Path from, Path to) throws IOException {
    Files.walkFileTree(
        from,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path dir, BasicFileAttributes attributes)
              throws IOException {
            Files.createDirectories(to.resolve(from.relativize(dir).toString()));
            return FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes)
              throws IOException {
            Files.copy(file, from.equals(file) ? to : to.resolve(from.relativize(file).toString()));
            return FileVisitResult.CONTINUE;
          }
        });
  }

  /** The folder both sides see; inside it is /share. */
  Path share() {
    return folder.resolve("share");
  }

  /** The URI that reaches this host's libvirtd from outside. */
  String uri() {
    return "qemu+unix:///system?socket=" + libvirtSocket();
  }

  /** Where its libvirtd listens, seen from outside. */
  Path libvirtSocket() {
    return folder.resolve("run/libvirt/libvirt-sock");
  }

  /** Puts a file where both sides see it, and gives its name inside. */
  String put(String name, String content) {
    try {
      Files.writeString(share().resolve(name), content);
      return "/share/" + name;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Runs virt-spm on that host. */
  LiveRun virtSpm(String... args) {
    return virtSpmWith(Map.of(), args);
  }

  /** Runs virt-spm on that host with variables set. */
  LiveRun virtSpmWith(Map<String, String> variables, String... args) {
    return virtSpmReading("", variables, args);
  }

  /** Runs virt-spm on that host with something on its standard input. */
  LiveRun virtSpmReading(String input, Map<String, String> variables, String... args) {
    return LiveRun.of(inside(virtSpmCommand(variables, args)), input, Map.of(), 120);
  }

  /** The command line that runs virt-spm there. */
  List<String> virtSpmCommand(Map<String, String> variables, String... args) {
    List<String> command = new ArrayList<>(List.of("/usr/bin/env"));
    variables.forEach((name, value) -> command.add(name + "=" + value));
    command.addAll(program);
    command.addAll(List.of(args));
    return command;
  }

  private static List<String> program(String classPath) {
    List<String> command = new ArrayList<>(List.of(System.getProperty("java.home") + "/bin/java"));
    command.addAll(List.of("-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1", "-Xmx64m"));
    if (Runtime.version().feature() >= 22) {
      command.add("--enable-native-access=ALL-UNNAMED");
    }
    command.addAll(List.of("-cp", classPath, "org.libvirtspm.host.cli.Main"));
    return command;
  }

  /** Runs any command there. */
  LiveRun run(String... command) {
    return LiveRun.of(inside(List.of(command)), "", Map.of(), 120);
  }

  /** Runs virsh there, and insists that it succeeds. */
  String virsh(String... args) {
    List<String> command = new ArrayList<>(List.of("virsh", "-q"));
    command.addAll(List.of(args));
    return run(command.toArray(String[]::new)).assertFine().out();
  }

  /** The command line that runs another one inside. */
  List<String> inside(List<String> command) {
    List<String> all = new ArrayList<>(List.of(TESTBED.toString(), "exec", folder.toString()));
    all.addAll(command);
    return all;
  }
}
