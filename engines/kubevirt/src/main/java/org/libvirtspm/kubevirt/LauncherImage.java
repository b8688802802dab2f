package org.libvirtspm.kubevirt;

import io.grpc.Status;
import java.util.regex.Pattern;

/**
 * The image of virt-launcher, which brings QEMU and the firmware. KubeVirt's own of 1.9 and before
 * have QEMU 10.1, which does not know sp-mem, and firmware that hides the memory from the guest.
 * The name of any other image, or a digest, tells nothing about what is in it.
 */
final class LauncherImage {

  private static final Pattern UNFIT =
      Pattern.compile("quay\\.io/kubevirt/virt-launcher:v(0\\.[0-9]+|1\\.[0-9])\\..*");
  private static final String FIT = "QEMU 11.1 and edk2-stable202605 or later";

  private LauncherImage() {}

  /** Says what is known of the image when nobody has told the dialect of its QEMU. */
  static RefusalException refusal(Vmi vmi) {
    String name = vmi.text("status/launcherContainerImageVersion");
    String image = name.isEmpty() ? "the launcher image" : "launcher image '" + name + "'";
    return new RefusalException(
        Status.Code.FAILED_PRECONDITION,
        UNFIT.matcher(name).matches()
            ? image
                + " has a QEMU and a firmware without Specific Purpose Memory: give the VM an image with "
                + FIT
            : image
                + " does not tell by its name what its QEMU and firmware can do: if it has "
                + FIT
                + ", start the plug-in with --dialect sp-mem, and --libvirt, or give the VM the annotation libvirt-spm.org/dialect: sp-mem");
  }
}
