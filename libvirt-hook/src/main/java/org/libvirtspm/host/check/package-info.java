/** Finds what would keep a domain from starting with its special memory on this host. */
package org.libvirtspm.host.check;
