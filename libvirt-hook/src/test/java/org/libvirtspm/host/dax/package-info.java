/** Tests over a folder shaped like sysfs: dax devices are rare. */
package org.libvirtspm.host.dax;
