package org.libvirtspm.host.engine;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.libvirtspm.host.check.Code;
import org.libvirtspm.host.check.Finding;

/** Looks at the engines of a host. */
public final class EngineCheck {

  private EngineCheck() {}

  /** A finding for each engine that is there. */
  public static List<Finding> of(Path root, Path shipped) throws IOException {
    List<Finding> findings = new ArrayList<>();
    for (EngineHook hook : EngineHook.all(root, shipped)) {
      EngineState state = hook.state();
      if (state != EngineState.ABSENT) {
        findings.add(finding(hook, state));
      }
    }
    return findings;
  }

  private static Finding finding(EngineHook hook, EngineState state) throws IOException {
    String product = hook.engine().product();
    String enable = "virt-spm engine enable " + hook.engine().word();
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
