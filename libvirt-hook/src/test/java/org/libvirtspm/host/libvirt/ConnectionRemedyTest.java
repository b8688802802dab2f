package org.libvirtspm.host.libvirt;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Optional;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.libvirtspm.host.libvirt.ConnectionRemedy.Presence;

/** What libvirt 12.8 said, and what mends it: each was tried. */
class ConnectionRemedyTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          qemu:///system | OTHER | Failed to connect socket to '/run/libvirt/libvirt-sock': Permission denied \
          | run it as root, or: usermod -aG libvirt USER, and log in again
          qemu:///system | OTHER | error from service: Timeout was reached \
          | run it as root, or: usermod -aG libvirt USER, and log in again
          qemu:///system | OTHER | Failed to connect socket to '/none': No such file or directory \
          | systemctl start virtqemud.socket, or libvirtd.socket
          qemu:///system | NOT_CONNECTED | no answer from qemu:///system for 35 seconds \
          | systemctl restart virtqemud, or libvirtd
          qemu:///sytem | BAD_URI | unexpected qemu URI path '/sytem' \
          | mend the URI in -c, in LIBVIRT_DEFAULT_URI or in libvirt.conf
          qemu+tcp://no.invalid/system | BAD_URI | unable to resolve address 'no.invalid' \
          | mend the host's name in the URI
          qemu+tcp://far/system | OTHER | Unable to resolve address 'far': Temporary failure in name resolution \
          | mend the host's name in the URI, or what keeps it from being found: getent hosts far
          qemu+ssh://root@far/system | OTHER | Permission denied (publickey) \
          | mend what this says: ssh root@far virsh version
          qemu+tcp://far/system | OTHER | unable to connect to server at 'far:16509': Connection refused \
          | there: systemctl start virtproxyd-tcp.socket, or libvirtd-tcp.socket
          qemu://far/system | OTHER | CA certificate '/etc/pki/CA/cacert.pem' does not exist \
          | virt-pki-validate; there: systemctl start virtproxyd-tls.socket, or libvirtd-tls.socket
          """)
  void fitsTheCause(String uri, LibvirtFailure.Kind kind, String reason, String remedy) {
    assertEquals(
        remedy, ConnectionRemedy.of(Optional.of(uri), kind, reason, Presence.WITH_SYSTEMD));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      textBlock =
          """
          MISSING | Failed to connect socket to '/none' \
          | apt install libvirt-daemon-system, or dnf install libvirt
          WITHOUT_SYSTEMD | Failed to connect socket to '/none' | virtqemud -d, or libvirtd -d
          WITHOUT_SYSTEMD | no answer from qemu:///system | restart virtqemud, or libvirtd
          """)
  void fitsTheHost(Presence libvirt, String reason, String remedy) {
    LibvirtFailure.Kind kind = LibvirtFailure.Kind.OTHER;
    assertEquals(remedy, ConnectionRemedy.of(Optional.empty(), kind, reason, libvirt));
  }
}
