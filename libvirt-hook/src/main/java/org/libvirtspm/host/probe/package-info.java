/** Remembers across runs what emulators said about themselves. */
package org.libvirtspm.host.probe;
