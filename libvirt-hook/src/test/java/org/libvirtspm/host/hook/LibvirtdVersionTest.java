package org.libvirtspm.host.hook;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LibvirtdVersionTest {

  @ParameterizedTest
  @CsvSource({
    "7f r-xp 00:1 9 /usr/lib/x86_64-linux-gnu/libvirt.so.0.12008.0, 12.8.0",
    "7f r-xp /usr/lib64/libvirt.so.0.9000.3 (deleted), 9.0.3",
    "7f r-xp /usr/lib64/libvirt-qemu.so.0.9000.0, ''",
    "7f r-xp /usr/lib64/libvirt.so.0., ''",
    "7f r-xp /usr/lib64/libvirt.so.0.12008, ''",
    "7f r-xp /usr/lib64/libvirt.so.0.12008., ''",
    "7f r-xp /usr/lib64/libvirt.so.0.99999999999.0, ''",
    "'', ''"
  })
  void libraryTellsTheVersion(String maps, String version) {
    assertEquals(version, LibvirtdVersion.in(maps));
  }
}
