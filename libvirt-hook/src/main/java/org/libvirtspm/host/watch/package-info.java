/** Translates domains the moment they are defined. */
package org.libvirtspm.host.watch;
