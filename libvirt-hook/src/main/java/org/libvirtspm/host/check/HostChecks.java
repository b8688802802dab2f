package org.libvirtspm.host.check;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.libvirtspm.host.FailureReason;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.dax.HostFiles;
import org.libvirtspm.host.hook.install.SeLinux;
import org.libvirtspm.host.probe.Emulators;
import org.libvirtspm.host.qmp.EmulatorFacts;
import org.libvirtspm.host.qmp.EmulatorProbe;
import org.libvirtspm.host.qmp.ProbeFailure;

/**
 * Looks at a host as a whole, without asking libvirt.
 *
 * @param copy the virt-spm that looks
 * @param remedy commands for the libvirt that was asked for
 */
public record HostChecks(HostFiles host, EmulatorProbe probe, ProgramCopy copy, Remedy remedy) {

  /** Paths of OVMF images in distributions. */
  private static final List<String> FIRMWARE =
      List.of(
          "/usr/share/OVMF/OVMF_CODE_4M.fd",
          "/usr/share/edk2/ovmf/OVMF_CODE_4M.qcow2",
          "/usr/share/edk2/ovmf/OVMF_CODE.fd",
          "/usr/share/qemu/ovmf-x86_64-4m-code.bin");

  /** Beginning of the finding about an installed hook. */
  public static final String HOOK_INSTALLED = "the hook is installed: ";

  private static final String KVM = "/dev/kvm";

  private static final String HOOKS = "/etc/libvirt/hooks/qemu.d";

  /** Returns findings about emulators, KVM, firmware, hook, watcher and SELinux. */
  public List<Finding> all() {
    List<Finding> findings = new ArrayList<>(emulators());
    findings.add(kvm());
    findings.add(firmware());
    Optional<Path> hook = hook();
    findings.add(hookFinding(hook));
    findings.add(new WatcherCheck(host, copy, remedy).finding(hook.isPresent()));
    hook.flatMap(new SeLinuxCheck(new SeLinux(host))::finding).ifPresent(findings::add);
    return findings;
  }

  private List<Finding> emulators() {
    List<Path> emulators = Emulators.ofThisHost();
    return emulators.isEmpty()
        ? List.of(
            Finding.error(
                Code.EMULATOR,
                "there is no QEMU for x86_64 on this host",
                "no domain can start",
                "apt install qemu-system-x86, or dnf install qemu-kvm"))
        : emulators.stream().map(this::emulator).toList();
  }

  private Finding emulator(Path emulator) {
    try {
      EmulatorFacts facts = probe.factsOf(emulator);
      String what =
          emulator
              + (Emulators.isDefault(emulator) ? ", which a domain without <emulator> gets," : "")
              + " is QEMU "
              + facts.version();
      return facts.dialects().isEmpty()
          ? Finding.warning(
              Code.EMULATOR_DIALECT,
              what + " and knows no Specific Purpose Memory",
              "no domain that declares it can start with it",
              "install QEMU 11.1 or later")
          : Finding.ok(
              Code.EMULATOR_DIALECT, what + " and speaks " + String.join(", ", facts.dialects()));
    } catch (ProbeFailure e) {
      return Finding.warning(
          Code.EMULATOR_ANSWER,
          e.getMessage(),
          "its dialect is not known",
          ShellWord.virtSpm() + " probe --no-cache " + ShellWord.of(emulator.toString()));
    }
  }

  private Finding kvm() {
    Path device = host.at(KVM);
    if (!Files.exists(device)) {
      return withoutKvm("there is no " + KVM);
    }
    try {
      FileChannel.open(device, StandardOpenOption.READ).close();
      return Finding.ok(Code.KVM, "the host has " + KVM);
    } catch (AccessDeniedException e) {
      return Finding.ok(Code.KVM, "the host has " + KVM + ", which root may open");
    } catch (IOException e) {
      return withoutKvm(KVM + " is there and can't be used: " + FailureReason.of(e));
    }
  }

  private static Finding withoutKvm(String what) {
    return Finding.warning(
        Code.KVM,
        what,
        "a domain of type='kvm' does not start here; one of type='qemu' does, slowly",
        "modprobe kvm_intel, or kvm_amd; if that fails, enable virtualization in the firmware");
  }

  private Finding firmware() {
    for (String file : FIRMWARE) {
      if (Files.exists(host.at(file))) {
        return new FirmwareCheck(Packages::of).loader(file);
      }
    }
    return Finding.warning(
        Code.FIRMWARE,
        "there is no OVMF in the usual places",
        "without UEFI firmware no guest sees special memory",
        "apt install ovmf, or dnf install edk2-ovmf");
  }

  private Optional<Path> hook() {
    return host.entries(host.at(HOOKS)).stream()
        .filter(f -> f.getFileName().toString().contains("virt-spm"))
        .findFirst();
  }

  private Finding hookFinding(Optional<Path> hook) {
    if (hook.isEmpty()) {
      return Finding.note(
          Code.HOOK,
          "the hook is not installed",
          "a domain whose memory is not there starts all the same",
          copy.hookRemedy(host));
    }
    return Files.isExecutable(hook.get())
        ? Finding.ok(Code.HOOK, HOOK_INSTALLED + hook.get())
        : Finding.error(
            Code.HOOK,
            "the hook " + hook.get() + " is not executable",
            "libvirt passes it over",
            "chmod +x " + hook.get());
  }
}
