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

  /** Returns the engine of a word. */
  public static Optional<Engine> named(String word) {
    return Arrays.stream(values()).filter(engine -> engine.word().equals(word)).findFirst();
  }

  /** Returns the words of all engines. */
  public static List<String> words() {
    return Arrays.stream(values()).map(Engine::word).toList();
  }

  /** Returns the engine's word on the command line. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** Returns the name of its host component in messages. */
  public String product() {
    return product;
  }

  /** Returns the command that makes it load a change; empty if none is needed. */
  public String remaining() {
    return remaining;
  }

  /** Returns the folder that shows that the engine is installed, relative to the root. */
  String home() {
    return home;
  }

  /** Returns the name of our file, in a folder of the engine's name. */
  String file() {
    return file;
  }
}
