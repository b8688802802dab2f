package org.libvirtspm.host.check;

import java.nio.file.Path;
import java.util.Optional;
import org.libvirtspm.host.hook.install.SeLinux;

/** Checks what SELinux lets an installed hook do. */
record SeLinuxCheck(SeLinux policy) {

  /** The boolean without which policies that have it confine hooks as they confine libvirt. */
  private static final String UNCONFINED = "virt_hooks_unconfined";

  /** Returns a finding; empty without SELinux, and where a permissive one would change nothing. */
  Optional<Finding> finding(Path hook) {
    if (!policy.isActive()) {
      return Optional.empty();
    }
    return policy.letsLibvirtRun(hook)
        ? policy.value(UNCONFINED).map(this::confined).orElseGet(this::withoutBoolean)
        : Optional.of(notRun(hook));
  }

  private Finding notRun(Path hook) {
    boolean isMended =
        SeLinux.labelInPolicy(hook).filter(l -> !policy.keepsLibvirtFrom(l)).isPresent();
    Finding error =
        Finding.error(
            Code.SELINUX,
            policy.isEnforcing()
                ? "SELinux does not let libvirt run the hook: it has another label than hooks have"
                : "SELinux would not let libvirt run the hook if it were not permissive",
            "no domain of this host starts then",
            (isMended ? "" : "semanage fcontext -a -t bin_t " + hook + "\n")
                + "restorecon "
                + hook);
    return policy.isEnforcing() ? error : error.asWarning();
  }

  private Optional<Finding> confined(boolean isUnconfined) {
    if (isUnconfined) {
      return Optional.of(Finding.ok(Code.SELINUX, "SELinux lets hooks run unconfined"));
    }
    Finding error =
        Finding.error(
            Code.SELINUX,
            (policy.isEnforcing()
                    ? "SELinux confines hooks: "
                    : "SELinux would confine hooks if it were not permissive: ")
                + UNCONFINED
                + " is off",
            "the hook can neither look at devices nor ask QEMU",
            "setsebool -P " + UNCONFINED + " on");
    return Optional.of(policy.isEnforcing() ? error : error.asWarning());
  }

  private Optional<Finding> withoutBoolean() {
    return policy.isEnforcing()
        ? Optional.of(
            Finding.warning(
                Code.SELINUX,
                "SELinux confines hooks as it confines libvirt: its policy has no " + UNCONFINED,
                "a domain with special memory is refused where libvirt may not run Java, ask QEMU"
                    + " or look at the device",
                "ausearch -m avc -ts recent, which shows what was denied"))
        : Optional.empty();
  }
}
