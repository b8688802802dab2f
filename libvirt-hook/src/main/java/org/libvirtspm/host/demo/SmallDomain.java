package org.libvirtspm.host.demo;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.libvirtspm.translator.internal.xml.MalformedException;

/**
 * A domain made to start on any machine: smaller, without devices of the host, with a test guest.
 *
 * <p>Only these change: the domain's type (to qemu), its emulator if one is named, sizes (all
 * halved alike), paths, pages (ordinary ones), devices that the host would have to have, firmware
 * and kernel, and where the console goes. Nothing else does, and {@code changes} names each.
 *
 * @param text the document
 * @param changes what was changed, in words for the user
 * @param memories the files that stand in for device-dax devices
 * @param disks the disk images it names
 */
public record SmallDomain(
    String name, String text, List<String> changes, List<Memory> memories, List<Disk> disks) {

  /** A file to be made for a node's memory. */
  public record Memory(String path, long bytes) {}

  /** A disk image to be made. */
  public record Disk(String path, String format) {}

  /** Copies the lists. */
  public SmallDomain {
    changes = List.copyOf(changes);
    memories = List.copyOf(memories);
    disks = List.copyOf(disks);
  }

  /** Returns the document in UTF-8. */
  public byte[] document() {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /**
   * Adapts a document.
   *
   * @throws MalformedException when it cannot be read
   */
  public static SmallDomain of(byte[] document, Settings settings) throws MalformedException {
    return new Shrinking(document, settings).run();
  }

  /**
   * What a user of the result wants.
   *
   * @param name the domain's name; empty keeps it
   * @param emulator the path inside the testbed; empty for libvirt's choice
   * @param kernelArguments added to the guest's, such as spm.stay
   */
  public record Settings(String name, String emulator, String kernelArguments) {

    /** The domain's own name, libvirt's emulator, and a guest that reports and powers off. */
    public static final Settings PLAIN = new Settings("", "", "");
  }
}
