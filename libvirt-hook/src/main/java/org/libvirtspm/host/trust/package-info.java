/** Determines whether other users could change a file that is to be run, loaded or trusted. */
package org.libvirtspm.host.trust;
