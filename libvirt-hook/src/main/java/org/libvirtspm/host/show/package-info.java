/** Shows the NUMA topology of a guest. */
package org.libvirtspm.host.show;
