/** Connections to libvirt, without one. */
package org.libvirtspm.host.libvirt;
