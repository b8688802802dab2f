/** Chooses what a document is translated for: a dialect and a libvirt version. */
package org.libvirtspm.host.target;
