/** A tour: a domain with SPM on real libvirt and QEMU, and what its guest makes of it. */
package org.libvirtspm.host.demo;
