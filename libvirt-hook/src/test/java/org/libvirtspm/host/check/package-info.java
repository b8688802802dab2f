/** Tests of every finding, over folders shaped like a host. */
package org.libvirtspm.host.check;
