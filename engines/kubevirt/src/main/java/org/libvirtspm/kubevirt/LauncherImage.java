package org.libvirtspm.kubevirt;

import io.grpc.Status;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The image of virt-launcher, which brings QEMU and the firmware. KubeVirt's own of 1.9 and before
 * have QEMU 10.1, which does not know sp-mem, and firmware that hides the memory from the guest.
 */
final class LauncherImage {

  private static final Pattern STOCK =
      Pattern.compile("quay\\.io/kubevirt/virt-launcher:v(0|1)\\.([0-9]{1,4})\\..*");
  private static final int LAST_UNFIT = 9;

  private LauncherImage() {}

  /**
   * Refuses an image that is known to be unfit.
   *
   * @throws RefusalException naming the image, and what it takes
   */
  static void check(Vmi vmi) throws RefusalException {
    String image = vmi.text("status/launcherContainerImageVersion");
    Matcher stock = STOCK.matcher(image);
    if (stock.matches()
        && (stock.group(1).equals("0") || Integer.parseInt(stock.group(2)) <= LAST_UNFIT)) {
      throw new RefusalException(
          Status.Code.FAILED_PRECONDITION,
          "launcher image '"
              + image
              + "' has a QEMU and a firmware without Specific Purpose Memory: give the VM an image with QEMU 11.1 and edk2-stable202605 or later");
    }
  }
}
