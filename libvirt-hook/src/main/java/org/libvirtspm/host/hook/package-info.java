/** The qemu hook: what libvirt asks before it starts a guest, and after it has ended. */
package org.libvirtspm.host.hook;
