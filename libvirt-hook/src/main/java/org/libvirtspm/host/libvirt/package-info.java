/** Talks to a libvirt daemon: connections, domains and their lifecycle. */
package org.libvirtspm.host.libvirt;
