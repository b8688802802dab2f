/** Puts the hook in place for libvirt, and takes it away. */
package org.libvirtspm.host.hook.install;
