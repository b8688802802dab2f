/** Reads what the kernel tells of device-dax memory and of the host it is in. */
package org.libvirtspm.host.dax;
