/** The qemu hook, which libvirt runs before a guest starts and after it has ended. */
package org.libvirtspm.host.hook;
