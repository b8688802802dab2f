/** Tests of the memory of what emulators said. */
package org.libvirtspm.host.probe;
