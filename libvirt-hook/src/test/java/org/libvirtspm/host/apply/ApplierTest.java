package org.libvirtspm.host.apply;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.libvirtspm.host.document.DomainDocument;
import org.libvirtspm.host.libvirt.LibvirtFailure;
import org.libvirtspm.host.target.Daemon;
import org.libvirtspm.host.target.DaemonTranslation;
import org.libvirtspm.translator.Dialect;
import org.libvirtspm.translator.LibvirtVersion;

/** Somebody saves the domain while it is being translated. */
class ApplierTest implements Applier.Definition, Daemon {

  private String xml;
  private int changesLeft;

  @BeforeEach
  void define() throws IOException {
    xml = Files.readString(Path.of("../samples/apu-hbm.xml"));
  }

  private Applied apply() throws LibvirtFailure {
    return new Applier(
            null, new DaemonTranslation(this, emulator -> List.of(), Dialect.find("spm")))
        .apply("d", this, true);
  }

  @Test
  void changeIsTakenIntoTheTranslation() throws LibvirtFailure {
    changesLeft = 2;
    assertTrue(apply().defined());
    assertTrue(xml.contains("<title>0</title>"), xml);
    assertTrue(xml.contains("spm=on"), xml);
  }

  @Test
  void changeAtEachAttemptIsNotReplaced() {
    changesLeft = 1000;
    LibvirtFailure failure = assertThrows(LibvirtFailure.class, this::apply);
    assertEquals("domain 'd' was changed by somebody meanwhile", failure.getMessage());
    assertTrue(xml.contains("<title>" + changesLeft + "</title>"), xml);
  }

  @Override
  public byte[] xml() {
    return xml.getBytes(UTF_8);
  }

  @Override
  public void replace(byte[] replacement) {
    xml = new String(replacement, UTF_8);
  }

  /** A translation asks for the version, once. */
  @Override
  public LibvirtVersion libvirtVersion() {
    if (changesLeft > 0) {
      changesLeft--;
      xml =
          xml.replaceAll("<title>.*</title>", "")
              .replace("</name>", "</name><title>" + changesLeft + "</title>");
    }
    return new LibvirtVersion(12, 8, 0);
  }

  @Override
  public Optional<LibvirtVersion> qemuVersion() {
    return Optional.empty();
  }

  @Override
  public boolean isOnThisHost() {
    return true;
  }

  @Override
  public Optional<String> defaultEmulator(DomainDocument domain) {
    return Optional.empty();
  }
}
