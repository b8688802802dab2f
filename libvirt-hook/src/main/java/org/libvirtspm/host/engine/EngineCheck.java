package org.libvirtspm.host.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;

/** Checks the engines of a host. */
public final class EngineCheck {

  private EngineCheck() {}

  /** Returns a finding for each installed engine. */
  public static List<Finding> of(Path root, Path shipped) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (EngineHook hook : EngineHook.all(root, shipped)) {
      EngineState state = hook.state();
      if (state != EngineState.ABSENT) {
        findings.add(finding(hook, state));
      }
    }
    EngineHook copy = DriverLine.ofHost(root, shipped);
    EngineState state = copy.state();
    if (state != EngineState.ABSENT) {
      findings.add(findingOfCopy(copy, state));
    }
    return findings;
  }

  /** Checks a host's copy of the driver, which OpenNebula runs there. */
  private static Finding findingOfCopy(EngineHook copy, EngineState state) throws IOException {
    String driver = "the copy of OpenNebula's KVM driver on this host ";
    if (state == EngineState.ON) {
      return Finding.ok(Code.ENGINE, driver + "calls virt-spm: " + copy.place());
    }
    return Finding.warning(
        Code.ENGINE,
        driver
            + (state == EngineState.OTHER_VERSION
                ? "calls virt-spm by a line of another version: "
                : "does not call virt-spm: ")
            + copy.place(),
        state == EngineState.OTHER_VERSION
            ? "it may do what this version does not expect"
            : "a VM that asks for Specific Purpose Memory starts with ordinary memory in its place",
        "on the front-end: virt-spm engine enable opennebula, then onehost sync --force");
  }

  private static Finding finding(EngineHook hook, EngineState state) throws IOException {
    String product = hook.engine().product();
    String enable = ShellWord.virtSpm() + " engine enable " + hook.engine().word();
    return switch (state) {
      case ON -> Finding.ok(Code.ENGINE, product + " calls virt-spm: " + hook.place());
      case OTHER_VERSION ->
          Finding.warning(
              Code.ENGINE,
              product + " calls virt-spm by a file of another version: " + hook.place(),
              "it may do what this version does not expect",
              enable);
      case FOREIGN ->
          Finding.warning(
              Code.ENGINE,
              product + " has a file of somebody else's: " + hook.place(),
              "its VMs can't get Specific Purpose Memory",
              "move it away, or add what virt-spm needs to it");
      default ->
          Finding.note(
              Code.ENGINE,
              product + " does not call virt-spm",
              "its VMs can't get Specific Purpose Memory",
              enable);
    };
  }
}
