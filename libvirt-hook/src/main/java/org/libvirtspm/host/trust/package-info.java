/** Tells whether other users could change a file that is about to be run, loaded or believed. */
package org.libvirtspm.host.trust;
