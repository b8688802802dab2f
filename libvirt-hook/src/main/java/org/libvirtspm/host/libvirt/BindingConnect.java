package org.libvirtspm.host.libvirt;

import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.jna.ConnectionPointer;

/** The Java binding's connection, with access to its pointer for calls that the binding lacks. */
final class BindingConnect extends Connect {

  /** Connects; a null URI is chosen by libvirt. */
  BindingConnect(String uri, boolean readOnly) throws LibvirtException {
    super(uri, readOnly);
  }

  /** Returns libvirt's handle; null after close. */
  ConnectionPointer pointer() {
    return vcp;
  }
}
