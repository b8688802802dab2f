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

  /**
   * What is assumed of the image when nobody has told the dialect of its QEMU.
   *
   * @throws RefusalException when it is known to be otherwise
   */
  static String assumed(Vmi vmi) throws RefusalException {
    String image = vmi.text("status/launcherContainerImageVersion");
    if (UNFIT.matcher(image).matches()) {
      throw new RefusalException(
          Status.Code.FAILED_PRECONDITION,
          "launcher image '"
              + image
              + "' has a QEMU and a firmware without Specific Purpose Memory: give the VM an image with "
              + FIT);
    }
    return "the launcher image has "
        + FIT
        + "; --dialect, or the annotation libvirt-spm.org/dialect, says so or otherwise";
  }
}
