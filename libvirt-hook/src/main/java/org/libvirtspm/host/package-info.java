/** Everything that touches a machine: its emulators, its files, its libvirt. */
package org.libvirtspm.host;
