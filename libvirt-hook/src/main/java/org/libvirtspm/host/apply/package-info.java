/** Brings domains that libvirt has back in step with their declarations. */
package org.libvirtspm.host.apply;
