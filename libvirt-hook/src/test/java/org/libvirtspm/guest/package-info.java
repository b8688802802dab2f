/** Translated domains on real libvirt and QEMU, and what Linux in the guest sees of them. */
package org.libvirtspm.guest;
