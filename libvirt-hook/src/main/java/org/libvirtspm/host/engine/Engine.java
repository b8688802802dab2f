package org.libvirtspm.host.engine;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** An engine that can call virt-spm on a host. */
public enum Engine {
  CLOUDSTACK(
      "CloudStack's KVM agent",
      "etc/cloudstack/agent",
      "libvirt-vm-xml-transformer.groovy",
      "systemctl restart cloudstack-agent"),
  VDSM("VDSM", "usr/libexec/vdsm/hooks", "50_libvirt_spm", ""),
  OPENNEBULA(
      "OpenNebula's KVM driver",
      "var/lib/one/remotes/vmm/kvm",
      "deploy-line",
      "onehost sync --force, as oneadmin");

  private final String product;
  private final String home;
  private final String file;
  private final String remaining;

  Engine(String product, String home, String file, String remaining) {
    this.product = product;
    this.home = home;
    this.file = file;
    this.remaining = remaining;
  }

  /** The engine that is typed so, if there is one. */
  public static Optional<Engine> named(String word) {
    return Arrays.stream(values()).filter(engine -> engine.word().equals(word)).findFirst();
  }

  /** What is typed for each engine. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Engine::word).toList();
  }

  /** What is typed for it. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** What messages call the part of it that runs on the host. */
  public String product() {
    return product;
  }

  /** The command that makes it notice a change; empty if it needs none. */
  public String remaining() {
    return remaining;
  }

  /** The folder that is there if the engine is, below the host's root. */
  String home() {
    return home;
  }

  /** Our file for it, in a folder of the engine's name. */
  String file() {
    return file;
  }
}
