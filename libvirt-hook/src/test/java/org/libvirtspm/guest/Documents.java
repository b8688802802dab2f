package org.libvirtspm.guest;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.libvirtspm.host.demo.Checkout;

/** The documents that the tests start from. */
final class Documents {

  private Documents() {}

  /** Every sample, by its name without the ending. */
  static Map<String, byte[]> samples() throws IOException {
    Map<String, byte[]> samples = new TreeMap<>();
    Path folder = Checkout.ofRunningCode().orElseThrow().samples();
    try (DirectoryStream<Path> files = Files.newDirectoryStream(folder, "*.xml")) {
      for (Path file : files) {
        String name = file.getFileName().toString();
        samples.put(name.substring(0, name.length() - 4), Files.readAllBytes(file));
      }
    }
    return samples;
  }

  static byte[] sample(String name) throws IOException {
    return samples().get(name);
  }

  /** A domain with these cells, 512 MiB of ordinary memory on node 0 not among them. */
  static byte[] domain(String machine, String os, String backing, String cells, String devices) {
    return """
        <domain type='kvm'>
          <name>plain</name>
          <memory unit='MiB'>512</memory>
          %3$s
          <vcpu>2</vcpu>
          <os %2$s>
            <type arch='x86_64' machine='%1$s'>hvm</type>
          </os>
          <features>
            <acpi/>
          </features>
          <cpu mode='maximum'>
            <numa>
              %4$s
            </numa>
          </cpu>
          <devices>
            <controller type='usb' model='none'/>
            %5$s
            <console type='pty'/>
          </devices>
        </domain>
        """
        .formatted(machine, os, backing, cells, devices)
        .getBytes(StandardCharsets.UTF_8);
  }

  /** One node of 256 MiB of special purpose memory beside 256 MiB of ordinary memory. */
  static byte[] oneNode(String os) {
    String cells =
        """
        <cell id='0' cpus='0-1' memory='256' unit='MiB'/>
              <cell id='1' memory='256' unit='MiB' spm='on'/>""";
    return domain("q35", os, "", cells, "");
  }
}
