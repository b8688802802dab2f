/** Tests of the probe against programs that stand in for QEMU. */
package org.libvirtspm.host.qmp;
