package org.libvirtspm.host.libvirt;

import com.sun.jna.Library;
import com.sun.jna.Native;
import com.sun.jna.Pointer;
import java.util.Map;
import org.libvirt.jna.ConnectionPointer;
import org.libvirt.jna.DomainPointer;

/** The two calls of libvirt's that its Java binding (0.5.4) lacks. */
interface MissingCalls extends Library {

  /** Bound to the library that the binding itself uses. */
  MissingCalls LIBRARY =
      Native.load("virt", MissingCalls.class, Map.of(OPTION_STRING_ENCODING, "UTF-8"));

  /** Since libvirt 1.2.12; null when it failed. */
  DomainPointer virDomainDefineXMLFlags(ConnectionPointer connection, String xml, int flags);

  /** Since libvirt 1.2.7; memory that the caller frees, or null when it failed. */
  Pointer virConnectGetDomainCapabilities(
      ConnectionPointer connection,
      String emulator,
      String arch,
      String machine,
      String type,
      int flags);
}
