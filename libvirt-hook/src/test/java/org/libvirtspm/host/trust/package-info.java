/** Other users' folders, links and modes on the way to a file. */
package org.libvirtspm.host.trust;
