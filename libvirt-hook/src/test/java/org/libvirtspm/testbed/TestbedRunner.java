package org.libvirtspm.testbed;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.libvirtspm.host.demo.Checkout;
import org.libvirtspm.host.demo.Instance;
import org.libvirtspm.host.demo.Testbed;

/** Virsh with libvirt's embedded driver inside an instance of the testbed. */
final class TestbedRunner implements VirshRunner {

  /**
   * What libvirt looks at before it prints an argument: huge pages, and an IOMMU for VFIO devices
   * (from 12 on), which is pretended. A CPU without pdpe1gb has no pages of 1 GiB: libvirt then
   * refuses the documents that ask for them, and no others.
   */
  private static final String FURNISH =
      """
      set -e
      mkdir -p /dev/hugepages /dev/hugepages1G /dev/vfio
      mount -t hugetlbfs -o pagesize=2M none /dev/hugepages
      test ! -d /sys/kernel/mm/hugepages/hugepages-1048576kB ||
        mount -t hugetlbfs -o pagesize=1G none /dev/hugepages1G
      : > /dev/vfio/vfio
      mount -t tmpfs none /sys/kernel/iommu_groups
      mkdir /sys/kernel/iommu_groups/1
      """;

  private final Instance instance;

  private TestbedRunner(Instance instance) {
    this.instance = instance;
  }

  /** Makes the suite's root unless it is there, and starts an instance that ends with this JVM. */
  static TestbedRunner start(Checkout checkout, String suite) throws IOException {
    Testbed testbed = new Testbed(checkout.testbed(), suite);
    testbed.build(line -> {});
    Instance instance = testbed.start();
    instance.must("the instance could not be furnished", "sh", "-c", FURNISH);
    return new TestbedRunner(instance);
  }

  @Override
  public Path shared() {
    return instance.share();
  }

  @Override
  public String sharedInside() {
    return "/share";
  }

  @Override
  public String run(String commands) throws IOException {
    Path input = shared().resolve("commands");
    Files.writeString(input, commands);
    return instance
        .exec(
            "sh",
            "-c",
            "COLUMNS=4000 TERM=dumb virsh -q -c 'qemu:///embed?root=/share/libvirt' 2>&1"
                + " < /share/commands")
        .output();
  }

  @Override
  public String toString() {
    return instance.folder().toString();
  }
}
