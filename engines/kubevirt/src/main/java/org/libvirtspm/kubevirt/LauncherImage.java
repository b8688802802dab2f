package org.libvirtspm.kubevirt;

import io.grpc.Status;
import java.util.regex.Pattern;

/**
 * The image of virt-launcher, which contains QEMU and the firmware. KubeVirt's own images up to 1.9
 * have QEMU 10.1, without sp-mem, and firmware that hides SPM. Names of other images and digests
 * give no information.
 */
final class LauncherImage {

  private static final Pattern UNFIT =
      Pattern.compile("quay\\.io/kubevirt/virt-launcher:v(0\\.[0-9]+|1\\.[0-9])\\..*");
  private static final String FIT = "QEMU 11.1 and edk2-stable202605 or later";

  private LauncherImage() {}

  /**
   * Returns what is assumed about the image if no dialect is configured.
   *
   * @throws RefusalException if the image is known not to support SPM
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
