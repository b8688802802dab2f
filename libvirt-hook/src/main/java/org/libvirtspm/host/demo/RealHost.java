package org.libvirtspm.host.demo;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.libvirtspm.translator.internal.domain.MemorySize;

/** A host of the testbed: a whole system in QEMU. */
final class RealHost {

  /** Script that runs virt-spm there, where Java is slow on an emulated processor. */
  private static final String PROGRAM =
      """
      #!/bin/sh
      exec java -XX:+UseSerialGC -XX:TieredStopAtLevel=1 --enable-native-access=ALL-UNNAMED \
      -cp /opt/virt-spm/virt-spm.jar org.libvirtspm.host.cli.Main "$@"
      """;

  private static final Pattern SHARED_MAPPING =
      Pattern.compile("(?m)^([0-9a-f]+)-([0-9a-f]+) (rw-s) .*$");

  private final Instance instance;

  RealHost(Instance instance) {
    this.instance = instance;
  }

  Outcome exec(String... words) throws IOException {
    return instance.exec(words);
  }

  /** Runs a command and returns its stripped output. */
  String must(String... words) throws IOException {
    return instance.must(String.join(" ", words) + " failed", words).strip();
  }

  /** True if the host has KVM. */
  boolean hasKvm() throws IOException {
    return exec("systemd-detect-virt").output().strip().equals("kvm");
  }

  /** Writes a file on the host. */
  void put(String path, byte[] content) throws IOException {
    Outcome outcome =
        instance.read(content, "sh", "-c", "mkdir -p \"${1%/*}\" && cat >\"$1\"", "sh", path);
    if (!outcome.fine()) {
      throw new TestbedFailure(path + " could not be written in the host", outcome);
    }
  }

  /** Installs the program on the host. */
  void putProgram(Path library) throws IOException {
    try (var jars = Files.newDirectoryStream(library, "*.jar")) {
      for (Path jar : jars) {
        put("/opt/virt-spm/" + jar.getFileName(), Files.readAllBytes(jar));
      }
    }
    put("/usr/local/bin/virt-spm", PROGRAM.getBytes(StandardCharsets.UTF_8));
    var unused = must("chmod", "755", "/usr/local/bin/virt-spm");
  }

  /** Returns the driver of a dax device; empty for none. */
  String driver(String device) throws IOException {
    String link = "/sys/bus/dax/devices/" + device + "/driver";
    return exec("readlink", link).output().strip().replaceFirst(".*/", "");
  }

  /** Returns observations about a guest that has the device as memory. */
  List<Observation> proofs(String domain, String path, long kib) throws IOException {
    String user = process(domain, "stat -c %U /proc/$pid");
    String owner = process(domain, "stat -c %U /proc/$pid/root" + path);
    String confined = process(domain, "tr -d '\\0' </proc/$pid/attr/current");
    return List.of(
        mapping(process(domain, "grep " + path + "$ /proc/$pid/maps"), path, kib),
        new Observation(
            confined.matches("(?s)libvirt-[0-9a-f-]+ \\(enforce\\)"),
            "QEMU's AppArmor profile",
            "its own, enforced",
            confined.isEmpty() ? "none" : confined),
        new Observation(!user.equals("root") && !user.isEmpty(), "QEMU's user", "not root", user),
        new Observation(owner.equals(user), path + " in QEMU's /dev", "that user's", owner + "'s"));
  }

  private String process(String domain, String command) throws IOException {
    String pid = "pid=$(cat /run/libvirt/qemu/" + domain + ".pid)";
    return exec("sh", "-c", pid + "; " + command).output().strip();
  }

  private static Observation mapping(String maps, String path, long kib) {
    Matcher shared = SHARED_MAPPING.matcher(maps);
    String wanted = MemorySize.rounded(kib) + ", shared";
    if (!shared.find()) {
      return new Observation(
          false, path + " in QEMU", wanted, maps.isEmpty() ? "not mapped" : maps);
    }
    long bytes =
        Long.parseUnsignedLong(shared.group(2), 16) - Long.parseUnsignedLong(shared.group(1), 16);
    return new Observation(
        bytes == kib * 1024,
        path + " in QEMU",
        wanted,
        MemorySize.rounded(bytes / 1024) + " at 0x" + shared.group(1) + ", " + shared.group(3));
  }

  /** Returns the guest's console output. */
  String console(String domain) throws IOException {
    return exec("cat", "/var/log/libvirt/qemu/" + domain + "-serial.log").output();
  }

  boolean isOff(String domain) throws IOException {
    return exec("virsh", "domstate", domain).output().contains("shut off");
  }
}
