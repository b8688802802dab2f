package org.libvirtspm.host.hook;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Assumptions;

/** A host made of folders, in which the hook is called. */
record HostFolder(Path root) {

  static final int DAEMON = 77;
  static final int GUEST = 88;

  /** Makes one with a libvirt daemon, and a guest user with id 107. */
  static HostFolder in(Path root) throws IOException {
    HostFolder folder = new HostFolder(root);
    folder.file("/etc/passwd", "root:x:0:0::/:/bin/sh\nqemu:x:107:107::/:/sbin/nologin\n");
    folder.file(
        "/etc/libvirt/qemu.conf", "user = \"qemu\"\nnamespaces = []\ncgroup_controllers = []\n");
    folder.file("/proc/" + DAEMON + "/stat", stat(DAEMON, 1000));
    folder.file("/proc/" + DAEMON + "/maps", "7f r-xp /usr/lib64/libvirt.so.0.12008.0\n");
    return folder;
  }

  /** What the kernel says of a process that was started at a time. */
  static String stat(int pid, int started) {
    return pid + " (a (b) c) S" + " 0".repeat(18) + " " + started + " 0 0\n";
  }

  Host host() {
    return new Host(root, root.resolve("run/libvirt-spm"), root.resolve("etc/hook.conf"));
  }

  Path file(String path, String content) throws IOException {
    Path file = host().at(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, content);
  }

  /** A file of so many MiB that takes no room. */
  Path memory(String path, int mib) throws IOException {
    Path file = file(path, "");
    try (var channel = Files.newByteChannel(file, StandardOpenOption.WRITE)) {
      channel.position(mib * 1024L * 1024 - 1);
      channel.write(ByteBuffer.wrap(new byte[1]));
    }
    return file;
  }

  /** A dax device of 1 GiB: sysfs is a folder, the node a real one, of /dev/null's number. */
  Path dax(String name, String driver) throws Exception {
    Path node = host().at("/dev/" + name);
    describeDax(name, driver);
    Files.createDirectories(node.getParent());
    makeNode(node, 3);
    return node;
  }

  void describeDax(String name, String driver) throws IOException {
    String folder = "/sys/bus/dax/devices/" + name + "/";
    file(folder + "size", "1073741824\n");
    file(folder + "align", "2097152\n");
    file(folder + "dev", "1:3\n");
    if (!driver.isEmpty()) {
      Files.createSymbolicLink(
          host().at(folder + "driver"), Path.of("../../../../bus/dax/drivers/" + driver));
    }
  }

  /** Makes a node for one of the kernel's memory devices, for which it takes root. */
  static void makeNode(Path node, int minor) throws Exception {
    boolean isRoot = Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0);
    if (!isRoot && "true".equals(System.getenv("CI"))) {
      throw new AssertionError("device nodes can be made by root only");
    }
    Assumptions.assumeTrue(isRoot, "device nodes can be made by root only");
    run("mknod", node.toString(), "c", "1", Integer.toString(minor));
  }

  static void run(String... command) throws Exception {
    Process process = new ProcessBuilder(List.of(command)).inheritIO().start();
    if (!process.waitFor(30, TimeUnit.SECONDS) || process.exitValue() != 0) {
      throw new AssertionError("failed: " + String.join(" ", command));
    }
  }

  int owner(Path node) throws IOException {
    return (Integer) Files.getAttribute(node, "unix:uid", LinkOption.NOFOLLOW_LINKS);
  }

  /** A process that has a file open. */
  void opens(int process, String program, Path open) throws IOException {
    file("/proc/" + process + "/comm", program + "\n");
    Path descriptors = host().at("/proc/" + process + "/fd");
    Files.createDirectories(descriptors);
    Files.deleteIfExists(descriptors.resolve("3"));
    Files.createSymbolicLink(descriptors.resolve("3"), open);
  }

  /** It has it open no longer. */
  void closes(int process) throws IOException {
    Files.delete(host().at("/proc/" + process + "/fd/3"));
  }

  /** A running guest that has a file open. */
  void guest(String name, String uuid, Path open) throws IOException {
    file("/run/libvirt/qemu/" + name + ".pid", GUEST + "\n");
    file("/proc/" + GUEST + "/cmdline", "qemu\0-uuid\0" + uuid + "\0-S\0");
    Path descriptors = host().at("/proc/" + GUEST + "/fd");
    Files.createDirectories(descriptors);
    Files.deleteIfExists(descriptors.resolve("9"));
    Files.createSymbolicLink(descriptors.resolve("9"), open);
  }

  HookAnswer call(String operation, String name, String document) throws IOException {
    HookCall call = new HookCall(host(), DAEMON, operation, name);
    return HookRun.answer(call, document.getBytes(StandardCharsets.UTF_8));
  }
}
