package org.libvirtspm.host.libvirt;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;
import org.libvirtspm.host.ShellWord;
import org.libvirtspm.host.document.DomainDocument;

/**
 * Explains libvirt's errors for type='kvm' on a host without KVM: it reports missing firmware or a
 * missing emulator.
 */
public final class MissingKvm {

  /** The device of the kernel's module. */
  public static final String DEVICE = "/dev/kvm";

  /** What is missing. */
  public static final String FACT =
      "there is no " + DEVICE + ", which a domain of type='kvm' needs";

  /** What mends it. */
  public static final String REMEDY =
      ShellWord.virtSpm() + " doctor says how to get it; type='qemu' does without, slowly";

  private static final Pattern FOLLOWS = Pattern.compile("(?i)firmware|kvm|virt type|capabilities");

  private MissingKvm() {}

  /** Returns the failure with this cause, if its message fits. */
  static LibvirtFailure explained(LibvirtFailure failure, byte[] xml, String uri) {
    return explained(failure, xml, LibvirtDaemon.isLocal(uri) && !Files.exists(Path.of(DEVICE)));
  }

  static LibvirtFailure explained(LibvirtFailure failure, byte[] xml, boolean isMissing) {
    boolean follows =
        isMissing
            && FOLLOWS.matcher(failure.getMessage()).find()
            && new String(xml, StandardCharsets.UTF_8).contains("kvm")
            && DomainDocument.read(xml).filter(d -> d.type().equals("kvm")).isPresent();
    return follows ? failure.because(FACT, REMEDY) : failure;
  }
}
