package org.libvirtspm.host.check;

import java.util.List;

/** Reports memory that QEMU omits when a guest is saved or migrated. */
final class SaveCheck implements Check {

  @Override
  public List<Finding> of(Subject subject) {
    if (subject.syntax().filter(s -> !s.isSaved()).isEmpty()) {
      return List.of();
    }
    return List.of(
        Finding.warning(
            Code.SAVE,
            "QEMU neither saves nor migrates what is in the special memory",
            "after virsh save, managedsave, snapshot or migrate the guest finds zeros there, or what"
                + " the path then holds, and nobody is told",
            "shut the guest down instead, or have it give up its use of that memory before"));
  }
}
