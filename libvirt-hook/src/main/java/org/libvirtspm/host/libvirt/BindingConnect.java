package org.libvirtspm.host.libvirt;

import org.libvirt.Connect;
import org.libvirt.LibvirtException;
import org.libvirt.jna.ConnectionPointer;

/** The binding's connection, with its pointer within reach of the calls it lacks. */
final class BindingConnect extends Connect {

  /** Connects; null is the URI that libvirt chooses by itself. */
  BindingConnect(String uri, boolean readOnly) throws LibvirtException {
    super(uri, readOnly);
  }

  /** libvirt's own handle; null once closed. */
  ConnectionPointer pointer() {
    return vcp;
  }
}
